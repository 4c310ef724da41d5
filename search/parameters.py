"""The address of a search: a querystring read into a Query, and a Query written back, clean and shareable.

Reading never fails. What cannot be meant (an unknown parameter, a page of -1, a control character) is left
out; what could be meant but is not there (a need nobody listed) stays, and finds nothing.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, Protocol
from urllib.parse import urlencode

from search.query import TICKS, Audience, Delivery, Kind, Order, Point, Query
from search.text import in_order

LONGEST_TEXT = 200
MOST_VALUES = 20
LAST_PAGE = 5_000
WIDEST_KM = 500

_SLUG = re.compile(r"[a-z0-9][a-z0-9_-]{0,219}")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_DEGREES = re.compile(r"(-?[0-9]{1,3}(?:\.[0-9]{1,12})?)")
_POLE, _DATE_LINE = 90, 180
# Breaks within and between words; every other invisible character could only deceive.
_MEANT_BREAKS = "\u200c\u200d"

NAMES = {
    Kind.COUNTRY: "country",
    Kind.CITY: "city",
    Kind.NEEDS: "need",
    Kind.LANGUAGES: "language",
    Kind.DELIVERY: "delivery",
    Kind.AUDIENCE: "audience",
    Kind.FREE: "free",
    Kind.NO_PAPERS: "no_papers",
    Kind.OPEN_NOW: "open_now",
}


class Parameters(Protocol):
    """As Django's QueryDict has it."""

    def getlist(self, key: str) -> list[str]: ...


def read(parameters: Parameters, language: str) -> Query:
    """The Query that an address asks for, of a reader of that language."""
    values = {kind: _values(parameters.getlist(name), kind) for kind, name in NAMES.items()}
    asked: dict[str, Any] = {
        kind.value: bool(found) if kind in TICKS else found for kind, found in values.items()
    }
    near = _point(_last(parameters, "near"))
    text = _text(_last(parameters, "q"))
    return Query(
        text=text,
        words=_words(parameters.getlist("words"), text),
        language=language,
        near=near,
        radius_km=_whole_number(_last(parameters, "radius_km"), WIDEST_KM),
        order=_order(_last(parameters, "order")),
        page=_whole_number(_last(parameters, "page"), LAST_PAGE) or 1,
        **asked,
    )


def written(query: Query) -> list[tuple[str, str]]:
    """Names and values in one order, without what goes without saying: one address for one search."""
    pairs = [(NAMES[kind], shown(kind, value)) for kind, value in query.choices()]
    if query.text:
        pairs.append(("q", query.text))
    pairs += [("words", words) for words in _words(query.words, query.text)]
    if query.near:
        pairs.append(("near", f"{query.near.latitude:.3f},{query.near.longitude:.3f}"))
    if query.radius_km:
        pairs.append(("radius_km", str(query.radius_km)))
    if query.order != Order.BEST:
        pairs.append(("order", query.order.value))
    if query.page > 1:
        pairs.append(("page", str(query.page)))
    return sorted(pairs)


def querystring(query: Query) -> str:
    """ "" or what follows the address, question mark included."""
    pairs = urlencode(written(query))
    return f"?{pairs}" if pairs else ""


def _last(parameters: Parameters, name: str) -> str:
    return (parameters.getlist(name) or [""])[-1]


def _text(written_text: str) -> str:
    kept = (
        character if unicodedata.category(character)[0] != "C" or character in _MEANT_BREAKS else " "
        for character in written_text[: LONGEST_TEXT * 2]
    )
    return " ".join("".join(kept).split())[:LONGEST_TEXT].strip()


def _words(written_words: Iterable[str], text: str) -> tuple[str, ...]:
    """Those that the text says as whole words: what is not searched for cannot be taken literally."""
    spoken = in_order([text])
    named = {
        words for words in map(_text, written_words) if (said := in_order([words])).strip() and said in spoken
    }
    return tuple(sorted(named)[:MOST_VALUES])


def _values(written_values: Iterable[str], kind: Kind) -> tuple[str, ...]:
    understood = filter(None, (_READERS[kind](value.strip()) for value in written_values))
    return tuple(sorted(dict.fromkeys(understood))[:MOST_VALUES])


def _matching(pattern: re.Pattern[str], change: Callable[[str], str]) -> Callable[[str], str]:
    def read_one(value: str) -> str:
        changed = change(value)
        return changed if pattern.fullmatch(changed) else ""

    return read_one


def _one_of(choices: Iterable[str]) -> Callable[[str], str]:
    known = frozenset(choices)
    return lambda value: value if value in known else ""


_tick = _one_of(["1"])
_READERS: dict[Kind, Callable[[str], str]] = {
    Kind.COUNTRY: _matching(_COUNTRY, str.upper),
    Kind.CITY: _matching(_SLUG, str.lower),
    Kind.NEEDS: _matching(_SLUG, str.lower),
    Kind.LANGUAGES: _matching(_LANGUAGE, str.lower),
    Kind.DELIVERY: _one_of(Delivery),
    Kind.AUDIENCE: _one_of(Audience),
    Kind.FREE: _tick,
    Kind.NO_PAPERS: _tick,
    Kind.OPEN_NOW: _tick,
}


def shown(kind: Kind, value: str) -> str:
    if kind in TICKS:
        return "1"
    return value.lower() if kind is Kind.COUNTRY else value


def _point(value: str) -> Point | None:
    parts = value.split(",")
    if len(parts) != len(("latitude", "longitude")) or not all(map(_DEGREES.fullmatch, parts)):
        return None
    latitude, longitude = (round(float(part), 3) for part in parts)
    on_the_globe = abs(latitude) <= _POLE and abs(longitude) <= _DATE_LINE
    return Point(latitude, longitude) if on_the_globe else None


def _whole_number(value: str, greatest: int) -> int | None:
    return min(int(value), greatest) if _WHOLE_NUMBER.fullmatch(value) else None


def _order(value: str) -> Order:
    return Order(value) if value in set(Order) else Order.BEST
