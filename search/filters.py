"""The choices beside the results, each with the number it gives, and the chips that take one off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory.vocabulary import Vocabulary
from search.addresses import address
from search.engines import Choice
from search.labels import TICKS, TITLES, Labels
from search.parameters import NAMES, shown
from search.query import YES, Kind, Query

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
    label: str
    url: str


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


def facets(choices: Mapping[Kind, list[Choice]], labels: Labels) -> tuple[Facet, ...]:
    kinds = [Facet(str(TITLES[kind]), tuple(_lines(kind, choices[kind], labels))) for kind in TITLES]
    ticks = Facet(_("Only"), tuple(line for kind in TICKS for line in _lines(kind, choices[kind], labels)))
    return tuple(facet for facet in (*kinds[:1], ticks, *kinds[1:]) if facet.choices)


def chips(query: Query, labels: Labels) -> tuple[Chip, ...]:
    taken_off = [
        Chip(labels.label(kind, value), address(query.without(kind, value)))
        for kind, value in query.choices()
    ]
    if query.text:
        taken_off.insert(0, Chip(f"“{query.text}”", address(query.without_text())))
    if query.near:
        taken_off.append(Chip(labels.near, address(query.without_place())))
    return tuple(taken_off)


def _lines(kind: Kind, choices: Iterable[Choice], labels: Labels) -> Iterator[FacetChoice]:
    for choice in choices:
        value = shown(kind, YES if kind in TICKS else choice.value)
        label = labels.label(kind, choice.value)
        yield FacetChoice(NAMES[kind], value, label, choice.count, choice.is_chosen)


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
