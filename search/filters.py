"""The choices beside the results, each with the number it gives, and the chips that take one off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from django.utils.translation import gettext as _

from directory.vocabulary import Vocabulary
from search.addresses import address
from search.engines import Choice
from search.finding import Found
from search.labels import TICKS, TITLES, Labels
from search.parameters import NAMES, shown
from search.query import YES, Kind, Query
from search.understanding import text_without

MOST_CHOICES = 12


@dataclass(frozen=True, slots=True)
class FacetChoice:
    name: str
    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    title: str
    choices: tuple[FacetChoice, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """`words` are those that were understood as the label; the address searches for them instead."""

    label: str
    url: str
    words: str = ""


Counted = Mapping[Kind, Sequence[Choice]]


def offered(query: Query, counted: Counted, words: Vocabulary) -> dict[Kind, list[Choice]]:
    """What is worth a line: chosen or among the most frequent, and in an order that one can find it in."""
    return {
        Kind.NEEDS: _needs(query, counted.get(Kind.NEEDS, ()), words),
        Kind.COUNTRY: _most(counted.get(Kind.COUNTRY, ())),
        Kind.CITY: _most(counted.get(Kind.CITY, ())) if _asks_for_cities(query) else [],
        Kind.LANGUAGES: _languages(counted.get(Kind.LANGUAGES, ()), words.language),
        Kind.DELIVERY: list(counted.get(Kind.DELIVERY, ())),
        Kind.AUDIENCE: list(counted.get(Kind.AUDIENCE, ())),
        **{tick: list(counted.get(tick, ())) for tick in TICKS},
    }


def facets(asked: Query, choices: Mapping[Kind, list[Choice]], labels: Labels) -> tuple[Facet, ...]:
    """Ticked is what was chosen by hand; what was understood has a chip, which the next choice replaces."""
    kinds = [Facet(str(TITLES[kind]), tuple(_lines(asked, kind, choices[kind], labels))) for kind in TITLES]
    lines = (line for kind in TICKS for line in _lines(asked, kind, choices[kind], labels))
    ticks = Facet(_("Only"), tuple(lines))
    return tuple(facet for facet in (*kinds[:1], ticks, *kinds[1:]) if facet.choices)


def chips(found: Found, labels: Labels) -> tuple[Chip, ...]:
    asked = found.asked
    taken_off = [
        Chip(labels.label(kind, value), address(asked.without(kind, value)))
        for kind, value in asked.choices()
    ]
    if asked.near:
        taken_off.append(Chip(labels.near, address(asked.without_place())))
    return (*_text_chips(found), *_understood_chips(found, labels), *taken_off)


def _text_chips(found: Found) -> Iterator[Chip]:
    asked, text = found.asked, found.query.text
    if not found.understood and asked.text:
        yield Chip(f"“{asked.text}”", address(asked.without_text()))
    elif text:
        left = text_without(asked.text, text.split())
        yield Chip(f"“{text}”", address(replace(asked, text=left, page=1)))


def _understood_chips(found: Found, labels: Labels) -> Iterator[Chip]:
    """One for each meaning, whatever number of words stands for it."""
    by_words: dict[str, list[str]] = {}
    for each in found.understood:
        by_words.setdefault(each.words, []).append(labels.label(each.kind, each.value))
    by_meaning: dict[str, list[str]] = {}
    for words, meant in by_words.items():
        by_meaning.setdefault(" / ".join(meant), []).append(words)
    for meaning, phrases in by_meaning.items():
        literal = reduce(Query.taking_literally, phrases, found.asked)
        yield Chip(meaning, address(literal), " … ".join(phrases))


def _lines(asked: Query, kind: Kind, choices: Iterable[Choice], labels: Labels) -> Iterator[FacetChoice]:
    by_hand = asked.chosen(kind)
    for choice in choices:
        value = shown(kind, YES if kind in TICKS else choice.value)
        label = labels.label(kind, choice.value)
        yield FacetChoice(NAMES[kind], value, label, choice.count, choice.value in by_hand)


def _most(choices: Sequence[Choice]) -> list[Choice]:
    return [choice for rank, choice in enumerate(choices) if rank < MOST_CHOICES or choice.is_chosen]


def _languages(choices: Sequence[Choice], reader: str) -> list[Choice]:
    return _most(sorted(choices, key=lambda choice: choice.value != reader))


def _needs(query: Query, choices: Sequence[Choice], words: Vocabulary) -> list[Choice]:
    """The broad needs, and the narrower ones of those that are chosen, as the editors order them."""
    counted = {choice.value: choice for choice in choices}
    chosen = {words.needs[slug].broader or slug for slug in query.needs if slug in words.needs}
    return [
        counted[need.slug]
        for need in words.needs.values()
        if need.slug in counted and (not need.broader or need.broader in chosen)
    ]


def _asks_for_cities(query: Query) -> bool:
    return len(query.country) == 1 or bool(query.city)
