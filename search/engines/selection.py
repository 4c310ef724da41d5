"""Which rows a query selects, and what each choice would give.

Several values of one kind widen, different kinds narrow, and a kind is counted as if nothing of it were
chosen. So each row needs to know only how many of the chosen kinds it fails: rows that fail none are found;
rows that fail one kind alone still count for that kind.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property

import numpy as np

from search.engines.base import Choice
from search.engines.columns import POINTS, Columns
from search.query import YES, Kind, Point, Query

# Stands for the circle around a point, which is no choice but narrows like one.
CIRCLE = "circle"


class Selection:
    """`rows` are all rows that anything is counted over; `found` those that the query finds."""

    def __init__(
        self, columns: Columns, query: Query, now: datetime, matching: np.ndarray | None, origin: Point | None
    ) -> None:
        self._columns, self._query, self._now = columns, query, now
        self._origin = origin
        shown = columns.shown(now)
        self.rows = np.nonzero(shown if matching is None else shown & matching)[0]
        self._failing = {
            kind: ~self._allowed(kind)[columns.codes[_column(kind)][self.rows]] for kind in self._narrowing()
        }
        self._failures = np.zeros(len(self.rows), dtype=np.int8)
        for failing in self._failing.values():
            self._failures += failing
        self.found = self.rows[self._failures == 0]

    @property
    def total(self) -> int:
        return len(self.found)

    def total_without(self, kind: str) -> int:
        return int(self._passing_all_but(kind).sum())

    def facets(self) -> Mapping[Kind, tuple[Choice, ...]]:
        return {kind: self._choices(kind) for kind in Kind}

    @property
    def has_origin(self) -> bool:
        return self._origin is not None

    def distances_km(self, rows: np.ndarray) -> np.ndarray:
        """How far each row's nearest place is; infinite without a place or a point to measure from."""
        return self._distances_by_code[self._columns.codes[POINTS][rows]]

    @cached_property
    def _distances_by_code(self) -> np.ndarray:
        points = self._columns.points
        return np.full(len(points), np.inf) if self._origin is None else points.distances_km(self._origin)

    def _choices(self, kind: Kind) -> tuple[Choice, ...]:
        rows = self.rows[self._passing_all_but(kind)]
        listings = np.bincount(self._columns.codes[kind][rows], minlength=len(self._columns.cells[kind]))
        chosen = self._query.chosen(kind)
        return tuple(Choice(value, count, value in chosen) for value, count in self._counts(kind, listings))

    def _counts(self, kind: Kind, listings: np.ndarray) -> Iterable[tuple[str, int]]:
        """How many listings hold each value, given how many there are of each code; most first."""
        if kind is not Kind.OPEN_NOW:
            return self._columns.sets(kind).most_frequent(listings)
        count = int(listings[self._allowed_openings].sum())
        return [(YES, count)] if count else []

    def _passing_all_but(self, kind: str) -> np.ndarray:
        failing = self._failing.get(kind)
        return self._failures == (0 if failing is None else failing)

    def _narrowing(self) -> list[str]:
        """The kinds that narrow; a circle takes the place of the city's border."""
        kinds: list[str] = [kind for kind in Kind if self._query.chosen(kind)]
        if not self._has_circle:
            return kinds
        return [*(kind for kind in kinds if kind != Kind.CITY), CIRCLE]

    @property
    def _has_circle(self) -> bool:
        return self._origin is not None and self._query.radius_km is not None

    def _allowed(self, kind: str) -> np.ndarray:
        """For each code of the kind's column, whether the query allows it."""
        if kind == CIRCLE:
            return self._distances_by_code <= self._query.radius_km
        if kind == Kind.OPEN_NOW:
            return self._allowed_openings
        return self._columns.sets(kind).holding(self._query.chosen(Kind(kind)))

    @cached_property
    def _allowed_openings(self) -> np.ndarray:
        return self._columns.openings.open_at(self._now)


def _column(kind: str) -> str:
    return POINTS if kind == CIRCLE else kind
