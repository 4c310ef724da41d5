"""The distinct cells of a column, each with a small number (its code).

Thousands of listings share a few hundred sets of needs or opening hours: what is costly is done once a
distinct cell, and what is done once a listing is a look-up by code. Cells are only ever added, so that every
snapshot of the columns can share them.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

import numpy as np

from search.engines.openings import opening_spans
from search.query import Point

EVERYWHERE = "*"
EARTH_RADIUS_KM = 6371.0


class Cells:
    def __init__(self) -> None:
        self._codes: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._codes)

    def code(self, cell: str) -> int:
        code = self._codes.get(cell)
        if code is None:
            code = self._codes[cell] = len(self._codes)
            self._added(code, cell)
        return code

    def _added(self, code: int, cell: str) -> None:
        """Takes in a cell that is new."""


class Pairs:
    """Two columns that grow, read as arrays."""

    def __init__(self, kind: type = int) -> None:
        self._kind = kind
        self._first: list[int] = []
        self._second: list = []
        self._arrays = self._as_arrays()

    def append(self, first: int, second: object) -> None:
        self._first.append(first)
        self._second.append(second)

    def arrays(self) -> tuple[np.ndarray, np.ndarray]:
        if len(self._arrays[0]) != len(self._first):
            self._arrays = self._as_arrays()
        return self._arrays

    def _as_arrays(self) -> tuple[np.ndarray, np.ndarray]:
        return np.array(self._first, dtype=int), np.array(self._second, dtype=self._kind)


class SetCells(Cells):
    """Cells that are sets of words."""

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[str, int] = {}
        self._names: list[str] = []
        self._ranks = np.zeros(0, dtype=np.int64)
        self._held = Pairs()

    def holding(self, values: Iterable[str]) -> np.ndarray:
        """For each code, whether its set holds any of the values."""
        wanted = np.zeros(len(self._values), dtype=bool)
        wanted[[self._values[value] for value in values if value in self._values]] = True
        codes, held = self._held.arrays()
        holds = np.zeros(len(self), dtype=bool)
        holds[codes[wanted[held]]] = True
        return holds

    def most_frequent(self, listings: np.ndarray) -> Iterator[tuple[str, int]]:
        """How many listings hold each value, given how many have each code; most first, then by value."""
        counts = self._counts(listings)
        held = np.nonzero(counts)[0]
        ranks, names = self._in_order()
        order = held[np.lexsort((ranks[held], -counts[held]))]
        return zip((names[number] for number in order.tolist()), counts[order].tolist(), strict=True)

    def _counts(self, listings: np.ndarray) -> np.ndarray:
        codes, held = self._held.arrays()
        return np.bincount(held, weights=listings[codes], minlength=len(self._values)).astype(np.int64)

    def _in_order(self) -> tuple[np.ndarray, list[str]]:
        """For each value where it stands in the alphabet, and the values."""
        if len(self._names) != len(self._values):
            self._names = list(self._values)
            self._ranks = np.argsort(np.array(sorted(range(len(self._names)), key=self._names.__getitem__)))
        return self._ranks, self._names

    def _added(self, code: int, cell: str) -> None:
        for value in cell.split():
            self._held.append(code, self._values.setdefault(value, len(self._values)))


class CountryCells(SetCells):
    """A listing that serves everywhere serves every country, but alone is no reason to offer one."""

    def holding(self, values: Iterable[str]) -> np.ndarray:
        return super().holding([*values, EVERYWHERE])

    def _counts(self, listings: np.ndarray) -> np.ndarray:
        everywhere = super().holding([EVERYWHERE])
        in_some = super()._counts(np.where(everywhere, 0, listings))
        counts = np.where(super()._counts(listings), in_some + listings[everywhere].sum(), 0)
        counts[self._values.get(EVERYWHERE, len(counts)) :][:1] = 0
        return counts


class PointCells(Cells):
    """Cells that are the points where a listing can be found: "53.551,9.994 48.137,11.575"."""

    def __init__(self) -> None:
        super().__init__()
        self._latitudes = Pairs(float)
        self._longitudes = Pairs(float)

    def distances_km(self, origin: Point) -> np.ndarray:
        """For each code, how far its nearest point is; infinite where there is none."""
        nearest = np.full(len(self), np.inf)
        codes, latitudes = self._latitudes.arrays()
        _codes, longitudes = self._longitudes.arrays()
        np.minimum.at(nearest, codes, great_circle_km(origin, latitudes, longitudes))
        return nearest

    def _added(self, code: int, cell: str) -> None:
        for point in cell.split():
            latitude, longitude = map(float, point.split(","))
            self._latitudes.append(code, latitude)
            self._longitudes.append(code, longitude)


class OpeningCells(Cells):
    """Cells that are opening hours; those of the days around today are kept as spans of seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._day: date | None = None

    def open_at(self, now: datetime) -> np.ndarray:
        """For each code, whether it is open."""
        self._prepare(now.astimezone(UTC).date())
        codes, opens = self._opens.arrays()
        _codes, closes = self._closes.arrays()
        moment = now.timestamp()
        is_open = np.zeros(len(self), dtype=bool)
        is_open[codes[(opens <= moment) & (moment < closes)]] = True
        return is_open

    def _prepare(self, today: date) -> None:
        if self._day != today:
            self._day, self._prepared = today, 0
            self._opens, self._closes = Pairs(float), Pairs(float)
        # Any clock of the world shows yesterday, today or tomorrow; hours may have begun the day before.
        days = [today + timedelta(days=ahead) for ahead in range(-2, 2)]
        for cell, code in islice(self._codes.items(), self._prepared, None):
            for opens, closes in opening_spans(cell, days):
                self._opens.append(code, opens)
                self._closes.append(code, closes)
        self._prepared = len(self)


def great_circle_km(origin: Point, latitudes: np.ndarray, longitudes: np.ndarray) -> np.ndarray:
    latitude, longitude = np.radians(origin.latitude), np.radians(origin.longitude)
    latitudes, longitudes = np.radians(latitudes), np.radians(longitudes)
    half_chord = (
        np.sin((latitudes - latitude) / 2) ** 2
        + np.cos(latitude) * np.cos(latitudes) * np.sin((longitudes - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half_chord))
