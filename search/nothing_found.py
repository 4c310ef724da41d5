"""When nothing fits: what to leave out and what that gives, then help from afar, then numbers to call."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.urls import reverse

from directory.public import ListingCard, card
from directory.vocabulary import Hotline, Vocabulary
from search.addresses import address
from search.engines import Engine, Relaxation
from search.labels import Labels
from search.query import FROM_AFAR, Query

MOST_SUGGESTIONS = 6
MOST_REMOTE = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`label` is what is left out, or all that is kept."""

    label: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class HotlinesOf:
    country: str
    numbers: tuple[Hotline, ...]


@dataclass(frozen=True, slots=True)
class CountryLink:
    """Where a country's numbers stand."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class NothingFound:
    """`alone` is there where leaving out one thing is not enough; `countries` where none is chosen."""

    suggestions: tuple[Suggestion, ...]
    alone: tuple[Suggestion, ...]
    remote: tuple[ListingCard, ...]
    hotlines: tuple[HotlinesOf, ...]
    countries: tuple[CountryLink, ...]


def nothing_found(
    engine: Engine, query: Query, words: Vocabulary, labels: Labels, now: datetime
) -> NothingFound:
    wider = engine.relaxations(query, now=now)[:MOST_SUGGESTIONS]
    afar = Query(language=query.language, country=query.country, needs=query.needs, delivery=FROM_AFAR)
    remote = engine.search(afar, now=now, size=MOST_REMOTE)
    return NothingFound(
        suggestions=tuple(_suggestion(relaxation, query, labels) for relaxation in wider),
        alone=() if wider else tuple(_alone(engine, query, labels, now)),
        remote=tuple(card(hit.document, words, now) for hit in remote.hits),
        hotlines=tuple(
            HotlinesOf(words.countries[code], words.hotlines[code])
            for code in query.country
            if code in words.countries and code in words.hotlines
        ),
        countries=() if query.country else _countries(words),
    )


def _alone(engine: Engine, query: Query, labels: Labels, now: datetime) -> Iterator[Suggestion]:
    """Each thing that was asked for, and nothing else."""
    nothing = Query(language=query.language)
    kept = [(labels.label(kind, value), nothing.choosing(kind, value)) for kind, value in query.choices()]
    if query.text:
        kept.insert(0, (f"“{query.text}”", replace(nothing, text=query.text)))
    for label, only in kept[:MOST_SUGGESTIONS]:
        if total := engine.search(only, now=now, size=0).total:
            yield Suggestion(label, address(only), total)


def _countries(words: Vocabulary) -> tuple[CountryLink, ...]:
    with_numbers = ((code, name) for code, name in words.countries.items() if code in words.hotlines)
    return tuple(CountryLink(name, reverse("country", args=[code])) for code, name in with_numbers)


def _suggestion(relaxation: Relaxation, query: Query, labels: Labels) -> Suggestion:
    return Suggestion(_left_out(relaxation.query, query, labels), address(relaxation.query), relaxation.total)


def _left_out(wider: Query, query: Query, labels: Labels) -> str:
    kept = set(wider.choices())
    dropped = [labels.label(kind, value) for kind, value in query.choices() if (kind, value) not in kept]
    if wider.text != query.text:
        words = set(wider.text.split())
        dropped.append("“{}”".format(" ".join(word for word in query.text.split() if word not in words)))
    if query.near and not wider.near:
        dropped.append(labels.near)
    return " + ".join(dropped)
