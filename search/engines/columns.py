"""The facts of every listing as numpy columns, one snapshot of the index at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self, cast

import numpy as np
from django.utils import timezone

from search.engines.cells import Cells, CountryCells, OpeningCells, PointCells, SetCells
from search.query import Kind

POINTS = "points"
READABLE_IN = "readable_in"
CELLS: dict[str, type[Cells]] = {
    **dict.fromkeys(Kind, SetCells),
    Kind.COUNTRY: CountryCells,
    Kind.OPEN_NOW: OpeningCells,
    POINTS: PointCells,
    READABLE_IN: SetCells,
}
NUMBERS = {"verified_on": np.int32, "shown_from": np.int32, "hidden_on": np.int32, "expires_at": np.int64}
# The order in which engines read an entry: its key, its numbers, its cells.
READ = ("service_id", *NUMBERS, *(str(name) for name in CELLS))
_BATCH = 20_000


@dataclass(frozen=True)
class Columns:
    """A snapshot: never changed, only followed by another. Rows stand in the order they came."""

    ids: np.ndarray
    row_of: np.ndarray
    numbers: dict[str, np.ndarray]
    codes: dict[str, np.ndarray]
    cells: dict[str, Cells] = field(default_factory=lambda: {name: kind() for name, kind in CELLS.items()})
    _readable: dict[str, np.ndarray] = field(default_factory=dict)

    @classmethod
    def empty(cls) -> Self:
        return cls(
            ids=np.zeros(0, dtype=np.int64),
            row_of=np.zeros(0, dtype=np.int32),
            numbers={name: np.zeros(0, dtype=kind) for name, kind in NUMBERS.items()},
            codes={name: np.zeros(0, dtype=np.int32) for name in CELLS},
        )

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def points(self) -> PointCells:
        return cast("PointCells", self.cells[POINTS])

    @property
    def openings(self) -> OpeningCells:
        return cast("OpeningCells", self.cells[Kind.OPEN_NOW])

    def sets(self, name: str) -> SetCells:
        return cast("SetCells", self.cells[name])

    def rows(self, service_ids: np.ndarray) -> np.ndarray:
        """Where those listings stand; a listing this snapshot does not know is left out."""
        known = self.row_of[service_ids[service_ids < len(self.row_of)]]
        return known[known >= 0]

    def holding(self, service_ids: np.ndarray) -> np.ndarray:
        """Which rows are those listings."""
        holding = np.zeros(len(self), dtype=bool)
        holding[self.rows(service_ids)] = True
        return holding

    def shown(self, now: datetime) -> np.ndarray:
        """Which rows `Service.objects.published()` would show at that moment."""
        today = timezone.localdate(now).toordinal()
        return (
            (self.numbers["hidden_on"] > today)
            & (self.numbers["shown_from"] <= today)
            & (self.numbers["expires_at"] > int(now.timestamp() * 1_000_000))
        )

    def readable_in(self, language: str) -> np.ndarray:
        """Which rows have a text of their own in that language; looked up once, for languages are few."""
        if language not in self._readable:
            self._readable[language] = self.sets(READABLE_IN).holding([language])[self.codes[READABLE_IN]]
        return self._readable[language]

    def followed_by(self, entries: Iterable[Sequence]) -> "Columns":
        """The snapshot after those entries were added or changed."""
        batch = list(entries)
        changed = np.array([entry[0] for entry in batch], dtype=np.int64)
        row_of = self._row_of_up_to(int(changed.max(initial=-1)))
        fresh = changed[row_of[changed] < 0]
        row_of[fresh] = np.arange(len(self), len(self) + len(fresh))
        rows = row_of[changed]
        by_column: list[Sequence] = [*zip(*batch, strict=True)] if batch else [()] * len(READ)
        values = iter(by_column[1:])
        return Columns(
            ids=np.concatenate([self.ids, fresh]),
            row_of=row_of,
            numbers={name: _replaced(column, rows, next(values)) for name, column in self.numbers.items()},
            codes={
                name: _replaced(column, rows, [self.cells[name].code(cell) for cell in next(values)])
                for name, column in self.codes.items()
            },
            cells=self.cells,
        )

    def _row_of_up_to(self, greatest: int) -> np.ndarray:
        missing = max(0, greatest + 1 - len(self.row_of))
        return np.concatenate([self.row_of, np.full(missing, -1, dtype=np.int32)])


def _replaced(column: np.ndarray, rows: np.ndarray, values: Sequence[int]) -> np.ndarray:
    length = max(len(column), int(rows.max(initial=-1)) + 1)
    # Most changes change few of the columns, and each is as long as the directory.
    if length == len(column) and np.array_equal(column[rows], values):
        return column
    longer = np.zeros(length, dtype=column.dtype)
    longer[: len(column)] = column
    longer[rows] = values
    return longer
