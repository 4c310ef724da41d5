"""One engine that may be away, and another one that then answers the same question."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime
from threading import local
from typing import TypeVar

from search.engines.base import PAGE_SIZE, Engine, EngineAwayError, Hit, Relaxation, Results
from search.engines.breaker import Breaker
from search.query import Query

Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)


class FallbackEngine:
    def __init__(
        self, first: Engine, substitute: Engine, breaker: Breaker, is_trusted: Callable[[], bool]
    ) -> None:
        """`is_trusted`: whether what the first engine knows is new enough."""
        self._first, self._substitute = first, substitute
        self._breaker, self._is_trusted = breaker, is_trusted
        self._moment = local()

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Once the substitute has answered within it, it answers the rest as well; moments may be nested."""
        if self._stack is not None:
            yield
            return
        with ExitStack() as stack:
            self._moment.stack, self._moment.is_substituted = stack, False
            try:
                yield
            finally:
                self._moment.stack, self._moment.is_substituted = None, False

    def search(self, query: Query, *, now: datetime | None = None, size: int = PAGE_SIZE) -> Results:
        return self._ask(
            lambda: self._first.search(query, now=now, size=size),
            lambda: replace(self._substitute.search(query, now=now, size=size), by_substitute=True),
        )

    def relaxations(self, query: Query, *, now: datetime | None = None) -> tuple[Relaxation, ...]:
        return self._ask(
            lambda: self._first.relaxations(query, now=now),
            lambda: self._substitute.relaxations(query, now=now),
        )

    def calls_another_so(self, text: str, query: Query, *, now: datetime | None = None) -> bool:
        return self._ask(
            lambda: self._first.calls_another_so(text, query, now=now),
            lambda: self._substitute.calls_another_so(text, query, now=now),
        )

    def in_turn(
        self, queries: Iterable[Query], *, without: Collection[int], size: int, now: datetime | None = None
    ) -> tuple[Hit, ...]:
        asked = tuple(queries)
        return self._ask(
            lambda: self._first.in_turn(asked, without=without, size=size, now=now),
            lambda: self._substitute.in_turn(asked, without=without, size=size, now=now),
        )

    def _ask(self, first: Callable[[], Answer], substitute: Callable[[], Answer]) -> Answer:
        if not self._is_substituted and self._is_trusted() and self._breaker.allows():
            try:
                answer = first()
            except EngineAwayError as away:
                self._breaker.failed()
                logger.warning("The database answers for Elasticsearch (%s)", type(away.__cause__).__name__)
            else:
                self._breaker.succeeded()
                return answer
        if self._stack is not None and not self._is_substituted:
            self._stack.enter_context(self._substitute.at_one_moment())
            self._moment.is_substituted = True
        return substitute()

    @property
    def _stack(self) -> ExitStack | None:
        """What ends with the moment that this thread is in."""
        return getattr(self._moment, "stack", None)

    @property
    def _is_substituted(self) -> bool:
        return getattr(self._moment, "is_substituted", False)
