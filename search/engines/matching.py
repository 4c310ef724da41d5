"""Which rows hold each word of a text, and how much that says about them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np

from search.asking import name_of, phrases_of, terms_of, wanted_terms_of
from search.engines.choice_names import ChoiceNames
from search.engines.columns import Columns
from search.query import Kind, Query
from search.text import Term


class Where(IntEnum):
    """Where a term was found, the most telling last; a phrase is asked for beside the terms."""

    NEAR = 0
    NEAR_A_NAME = 1
    ANYWHERE = 2
    SUMMARY = 3
    BEGINNING_OF_A_NAME = 4
    NAME = 5
    PHRASE = 6

    def asks_for(self, term: Term) -> bool:
        match self:
            case Where.NEAR | Where.NEAR_A_NAME:
                return bool(term.near)
            case Where.BEGINNING_OF_A_NAME:
                return bool(term.prefix)
        return True


# Enough to know what is found, in no order of worth.
FINDING = (Where.NEAR, Where.ANYWHERE)
# What may have been meant counts less than any word that was written.
WEIGHTS = {
    Where.NEAR: 0.25,
    Where.NEAR_A_NAME: 0.75,
    Where.ANYWHERE: 1.0,
    Where.SUMMARY: 3.0,
    Where.BEGINNING_OF_A_NAME: 5.0,
    Where.NAME: 8.0,
}
NAMES_A_NEED, NAMES_ANOTHER_CHOICE, BEGINS_A_CHOICE, NEARLY_NAMES_A_CHOICE = 6.0, 4.0, 2.0, 0.5
# A word in a text that the reader cannot read says less than a need, place or language it names.
NOT_READABLE = 0.4

# A term at a place, and the rows that hold it there.
Key = tuple[Term, Where]
Holding = Mapping[Key, np.ndarray]


@dataclass(frozen=True)
class Asked:
    """Every term and every phrase has to be found; what is wanted, or called `name`, only comes sooner."""

    terms: tuple[Term, ...]
    phrases: tuple[Term, ...]
    wanted: tuple[Term, ...] = ()
    name: Term | None = None

    @classmethod
    def by(cls, query: Query, *, in_order: bool) -> Self:
        """What only ranks is left out where nothing has to be in order."""
        name = name_of(query) if in_order else ""
        return cls(
            terms=terms_of(query),
            phrases=tuple(Term((phrase,), "") for phrase in phrases_of(query)),
            wanted=wanted_terms_of(query) if in_order else (),
            name=Term((name,), "") if name else None,
        )

    def __bool__(self) -> bool:
        return bool(self.terms or self.wanted or self.name)

    def looked_up(self, places: Iterable[Where]) -> Iterator[Key]:
        """Each term with each of the places that it can be found at."""
        terms = (*self.terms, *self.wanted)
        yield from ((term, where) for term in terms for where in places if where.asks_for(term))
        yield from ((phrase, Where.PHRASE) for phrase in self.phrases)
        if self.name:
            yield self.name, Where.NAME


@dataclass(frozen=True)
class Match:
    """For each row: whether it holds every term (`rows`), how well, and whether it is called so (`named`)."""

    rows: np.ndarray
    scores: np.ndarray
    named: np.ndarray


class TextMatcher:
    """Matches terms against the rows that a database found for them at each place.

    `language` is the reader's.
    """

    def __init__(self, columns: Columns, names: ChoiceNames, holding: Holding, language: str) -> None:
        self._columns, self._names, self._rows = columns, names, holding
        self._readable = np.where(columns.readable_in(language), np.float32(1), np.float32(NOT_READABLE))

    def match(self, asked: Asked) -> Match:
        rows = np.ones(len(self._columns), dtype=bool)
        scores = np.zeros(len(self._columns), dtype=np.float32)
        for term in asked.terms:
            weights = self._weights(term)
            found = weights > 0
            rows &= found
            scores += weights * _rarity(found)
        for term in asked.wanted:
            # A choice that the word names narrows already: what counts is who says it in own words as well.
            weights = (self._in_text(term) + self._weights(term)) / 2
            scores += weights * _rarity(weights > 0)
        for phrase in asked.phrases:
            rows &= self._holding(phrase, Where.PHRASE)
        named = self._holding(asked.name, Where.NAME) if asked.name else np.zeros_like(rows)
        counted = len(asked.terms) + len(asked.wanted)
        return Match(rows, scores / counted if counted else np.ones_like(scores), named)

    def rows_with_all(self, terms: Sequence[Term], where: Where) -> np.ndarray:
        rows = np.full(len(self._columns), fill_value=bool(terms))
        for term in terms:
            rows &= self._holding(term, where)
        return rows

    def _holding(self, term: Term, where: Where) -> np.ndarray:
        holding = np.zeros(len(self._columns), dtype=bool)
        holding[self._rows[term, where]] = True
        return holding

    def _in_text(self, term: Term) -> np.ndarray:
        weights = np.zeros(len(self._columns), dtype=np.float32)
        for where, weight in WEIGHTS.items():
            if (term, where) in self._rows:
                weights[self._rows[term, where]] = weight
        weights *= self._readable
        return weights

    def _weights(self, term: Term) -> np.ndarray:
        weights = self._in_text(term)
        for kind, worth in self._worth_of_choices(term).items():
            np.maximum(weights, worth[self._columns.codes[kind]], out=weights)
        return weights

    def _worth_of_choices(self, term: Term) -> Mapping[Kind, np.ndarray]:
        """For each kind of which the term names a choice, what that is worth in each of its cells."""
        worth: dict[Kind, np.ndarray] = {}
        for choices, weight in (
            (self._names.near_to(term), NEARLY_NAMES_A_CHOICE),
            (self._names.begun_by(term), BEGINS_A_CHOICE),
            (self._names.named_by(term), NAMES_ANOTHER_CHOICE),
        ):
            for kind in {kind for kind, _value in choices}:
                cells = self._columns.sets(kind)
                holding = cells.holding(value for of_kind, value in choices if of_kind is kind)
                by_name = NAMES_A_NEED if weight == NAMES_ANOTHER_CHOICE and kind is Kind.NEEDS else weight
                known = worth.setdefault(kind, np.zeros(len(cells), dtype=np.float32))
                known[holding] = by_name
        return worth


def _rarity(found: np.ndarray) -> np.float32:
    """A word that few listings hold says more."""
    return np.float32(np.log1p(len(found) / (1 + found.sum())))
