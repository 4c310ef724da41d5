"""What every engine answers, whatever it is made of."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from search.query import Kind, Query

PAGE_SIZE = 20


@dataclass(frozen=True)
class Hit:
    """`document` is the listing's card, as `directory.public.card` reads it."""

    service_id: int
    document: Mapping[str, Any]
    distance_km: float | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that would give `count` listings if it alone were chosen of its kind."""

    value: str
    count: int
    is_chosen: bool = False


@dataclass(frozen=True)
class Results:
    """`facets` leaves out choices that would give nothing.

    `by_substitute`: the engine that should have answered was away.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[Kind, tuple[Choice, ...]]
    by_substitute: bool = False


@dataclass(frozen=True)
class Relaxation:
    """A wider query and how many listings it would give."""

    query: Query
    total: int


class EngineAwayError(Exception):
    """No answer, or not in time: another engine has to give it."""


class Engine(Protocol):
    @property
    def has_substituted(self) -> bool:
        """Whether anything at this moment was answered by another engine than the one that should have."""
        ...

    def at_one_moment(self) -> AbstractContextManager[None]:
        """Within it every answer is about the same state of the index, which is looked up once."""
        ...

    def search(self, query: Query, *, now: datetime | None = None, size: int = PAGE_SIZE) -> Results:
        """The page of the query, at that moment (now, unless said otherwise)."""
        ...

    def relaxations(self, query: Query, *, now: datetime | None = None) -> tuple[Relaxation, ...]:
        """What could be given up, the one that gives most first; only what gives something."""
        ...

    def calls_another_so(self, text: str, query: Query, *, now: datetime | None = None) -> bool:
        """Whether a listing that the query's choices leave out, or its organization, is called so."""
        ...

    def in_turn(
        self, queries: Iterable[Query], *, without: Collection[int], size: int, now: datetime | None = None
    ) -> tuple[Hit, ...]:
        """The best of the first query, then of the next, each listing once, until there are `size`."""
        ...
