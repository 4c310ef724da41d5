"""When all that was understood finds nothing together: what is given up, and in which order.

What somebody chose by hand is never given up. A need is not either: whoever looks for a dentist is not helped
by everything else there is in town.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.query import Kind, Query
from search.understanding import Knowledge, Reading, Understood, read
from search.understanding.knowledge import far_cities

# What matters least comes first.
_ORDER = (
    Kind.OPEN_NOW,
    Kind.DELIVERY,
    Kind.AUDIENCE,
    Kind.NO_PAPERS,
    Kind.FREE,
    Kind.CITY,
    Kind.LANGUAGES,
    Kind.COUNTRY,
)


@dataclass(frozen=True)
class Attempt:
    """A query to try, what of it was understood, and the words that it gives up."""

    query: Query
    understood: tuple[Understood, ...] = ()
    left_out: tuple[str, ...] = ()


def narrowed(asked: Query, reading: Reading, knowledge: Knowledge) -> Attempt:
    return Attempt(reading.narrowing(asked, knowledge.broader), reading.understood)


def looser(asked: Query, reading: Reading, knowledge: Knowledge) -> Iterator[Attempt]:
    """The words as they are; then a far city as its country; then less and less of what was understood."""
    if reading.understood:
        yield Attempt(asked)
    reading = _with_far_city(reading, knowledge, asked)
    if not any(each.kind is Kind.NEEDS for each in reading.understood) and reading.rest:
        return
    attempt = narrowed(asked, reading, knowledge)
    if reading.rest:
        attempt = _without_rest(attempt, reading)
    yield attempt
    for kind in _ORDER:
        given_up = [each for each in attempt.understood if each.kind is kind and not asked.chosen(kind)]
        if given_up:
            attempt = _without(attempt, kind, given_up)
            yield attempt


def _with_far_city(reading: Reading, knowledge: Knowledge, asked: Query) -> Reading:
    """Where nothing is in a city, what is in its country may help."""
    far = read(reading.rest, far_cities(knowledge.published), asked.words) if reading.rest else Reading("")
    if not far.understood:
        return reading
    return replace(reading, understood=(*reading.understood, *far.understood), rest=far.rest)


def _without_rest(attempt: Attempt, reading: Reading) -> Attempt:
    """Words that nobody knows rank, and narrow no more."""
    query = replace(attempt.query, text="", wanted=f"{reading.wanted} {reading.rest}")
    return replace(attempt, query=query, left_out=(reading.rest,))


def _without(attempt: Attempt, kind: Kind, given_up: list[Understood]) -> Attempt:
    query = attempt.query.without(kind)
    return Attempt(
        query=query.on_page(attempt.query.page),
        understood=tuple(each for each in attempt.understood if each not in given_up),
        left_out=(*attempt.left_out, *dict.fromkeys(each.words for each in given_up)),
    )
