"""In which order the found rows come: always one and the same, on every engine.

A row's key is one whole number, so that the first page of a hundred thousand needs no sorting of the rest.
"""

import numpy as np

from search.engines.columns import Columns
from search.engines.matching import Match
from search.engines.selection import Selection
from search.query import Order, Query

# How much of a 64-bit key each part takes; the first listing of equals is the oldest one.
_FIRST_BITS, _DAY_BITS, _ID_BITS = 20, 17, 27
_SCORE_STEPS = 1_000
# Days are counted from here, so that they fit: 1917.
_FIRST_DAY = 700_000
_STEP_KM = 0.02
# A listing that the reader can read counts so many times one that they cannot. Whatever is called as somebody
# asked comes first: no score of a word reaches this.
READABLE = 4.0
CALLED_SO = 500.0


def best_first(columns: Columns, query: Query, selection: Selection, match: Match | None) -> "Ranking":
    rows = selection.found
    if query.order is Order.NEAREST and selection.has_origin:
        first = _nearness(selection.distances_km(rows))
    elif query.order is Order.RECENT:
        first = np.zeros(len(rows), dtype=np.uint64)
    else:
        first = _relevance(columns, query, rows, match)
    return Ranking(columns, rows, first)


class Ranking:
    def __init__(self, columns: Columns, rows: np.ndarray, first: np.ndarray) -> None:
        days = np.clip(columns.numbers["verified_on"][rows] - _FIRST_DAY, 0, 2**_DAY_BITS - 1)
        ids = (2**_ID_BITS - 1) - columns.ids[rows]
        self._rows = rows
        self._keys = (
            (first << np.uint64(_DAY_BITS + _ID_BITS))
            | (days.astype(np.uint64) << np.uint64(_ID_BITS))
            | ids.astype(np.uint64)
        )

    def page(self, number: int, size: int) -> np.ndarray:
        """The rows of that page, best first."""
        begin, end = (number - 1) * size, number * size
        if begin >= len(self._rows):
            return self._rows[:0]
        best = np.arange(len(self._rows))
        if end < len(self._rows):
            best = np.argpartition(self._keys, -end)[-end:]
        in_order = best[np.argsort(self._keys[best])[::-1]]
        return self._rows[in_order[begin:end]]


def _relevance(columns: Columns, query: Query, rows: np.ndarray, match: Match | None) -> np.ndarray:
    factor = np.where(columns.readable_in(query.language)[rows], READABLE, 1.0)
    if match is None:
        return _whole(factor * _SCORE_STEPS)
    best = np.where(match.named[rows], CALLED_SO, 0.0)
    return _whole((best + factor * match.scores[rows]) * _SCORE_STEPS)


def _nearness(distances_km: np.ndarray) -> np.ndarray:
    steps = np.minimum(distances_km / _STEP_KM, 2**_FIRST_BITS - 1)
    return _whole((2**_FIRST_BITS - 1) - steps)


def _whole(numbers: np.ndarray) -> np.ndarray:
    return np.clip(numbers, 0, 2**_FIRST_BITS - 1).astype(np.uint64)
