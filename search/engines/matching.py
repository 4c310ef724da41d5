"""Which rows hold each word of a text, and how much that says about them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from search.engines.choice_names import ChoiceNames
from search.engines.columns import Columns
from search.query import Kind
from search.text import Term


class Where(IntEnum):
    """Where a term was found, the most telling last."""

    ANYWHERE = 0
    SUMMARY = 1
    BEGINNING_OF_A_NAME = 2
    NAME = 3

    def asks_for(self, term: Term) -> bool:
        return self is not Where.BEGINNING_OF_A_NAME or bool(term.prefix)


WEIGHTS = {Where.ANYWHERE: 1.0, Where.SUMMARY: 3.0, Where.BEGINNING_OF_A_NAME: 5.0, Where.NAME: 8.0}
NAMES_A_NEED, NAMES_ANOTHER_CHOICE, BEGINS_A_CHOICE = 6.0, 4.0, 2.0

Postings = Mapping[tuple[Term, Where], np.ndarray]


@dataclass(frozen=True)
class Match:
    """`rows` says for each row whether it holds every term; `scores` how well."""

    rows: np.ndarray
    scores: np.ndarray


class TextMatcher:
    """Matches terms against the postings (listings by term and place) that a database found for them."""

    def __init__(self, columns: Columns, names: ChoiceNames, postings: Postings) -> None:
        self._columns, self._names, self._postings = columns, names, postings

    def match(self, terms: Sequence[Term], wanted: Sequence[Term] = ()) -> Match:
        """Rows that hold every term; those that hold what is wanted score more."""
        rows = np.ones(len(self._columns), dtype=bool)
        scores = np.zeros(len(self._columns), dtype=np.float32)
        for term in terms:
            weights = self._weights(term)
            found = weights > 0
            rows &= found
            scores += weights * _rarity(found)
        for term in wanted:
            # A choice that the word names narrows already: what counts is who says it in own words as well.
            own = self._in_text(term)
            weights = own + self._weights(term)
            scores += weights * _rarity(weights > 0)
        return Match(rows, scores)

    def rows_with_all(self, terms: Sequence[Term], where: Where) -> np.ndarray:
        rows = np.full(len(self._columns), fill_value=bool(terms))
        for term in terms:
            found = np.zeros(len(self._columns), dtype=bool)
            held = self._postings.get((term, where))
            if held is not None:
                found[self._columns.rows(held)] = True
            rows &= found
        return rows

    def _weights(self, term: Term) -> np.ndarray:
        weights = self._in_text(term)
        self._raise(weights, self._names.begun_by(term), {}, BEGINS_A_CHOICE)
        self._raise(weights, self._names.named_by(term), {Kind.NEEDS: NAMES_A_NEED}, NAMES_ANOTHER_CHOICE)
        return weights

    def _in_text(self, term: Term) -> np.ndarray:
        weights = np.zeros(len(self._columns), dtype=np.float32)
        for where in Where:
            found = self._postings.get((term, where))
            if found is not None:
                weights[self._columns.rows(found)] = WEIGHTS[where]
        return weights

    def _raise(
        self, weights: np.ndarray, choices: Iterable[tuple[Kind, str]], special: Mapping, weight: float
    ) -> None:
        values = defaultdict(list)
        for kind, value in choices:
            values[kind].append(value)
        for kind, named in values.items():
            holding = self._columns.sets(kind).holding(named)[self._columns.codes[kind]]
            np.maximum(weights, special.get(kind, weight), out=weights, where=holding)


def _rarity(found: np.ndarray) -> np.float32:
    """The fewer rows hold a word, the more it says about them."""
    return np.float32(np.log1p(len(found) / (1 + found.sum())))
