"""One engine that may be away, and another one that then answers the same question."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import local
from typing import TypeVar

from search.engines.base import PAGE_SIZE, Engine, EngineAwayError, Hit, Relaxation, Results
from search.engines.breaker import Breaker
from search.engines.patience import Patience
from search.query import Query

Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)


@dataclass
class _Moment:
    """`is_granted`: the breaker lets it ask. `stack` holds what ends with it."""

    stack: ExitStack
    patience: Patience = field(default_factory=Patience)
    is_granted: bool = False
    is_substituted: bool = False

    def in_time(self, first: Callable[[], Answer]) -> Answer:
        """What comes too late is thrown away: who waited for it would wait for the next answer too."""
        with self.patience.waiting():
            answer = first()
        if self.patience.is_over:
            raise EngineAwayError from TimeoutError()
        return answer


class FallbackEngine:
    def __init__(
        self, first: Engine, substitute: Engine, breaker: Breaker, is_trusted: Callable[[], bool]
    ) -> None:
        """`is_trusted`: whether what the first engine knows is new enough."""
        self._first, self._substitute = first, substitute
        self._breaker, self._is_trusted = breaker, is_trusted
        self._local = local()

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """All that is asked within it may take a second; moments may be nested.

        Once the substitute has answered within it, it answers the rest as well.
        """
        with self._moment():
            yield

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

    @property
    def has_substituted(self) -> bool:
        return self._held is not None and self._held.is_substituted

    def _ask(self, first: Callable[[], Answer], substitute: Callable[[], Answer]) -> Answer:
        with self._moment() as moment:
            if self._may_ask_first(moment):
                try:
                    return moment.in_time(first)
                except EngineAwayError as away:
                    self._breaker.failed()
                    logger.warning(
                        "The database answers for Elasticsearch (%s)", type(away.__cause__).__name__
                    )
            if not moment.is_substituted:
                moment.stack.enter_context(self._substitute.at_one_moment())
                moment.is_substituted = True
            return substitute()

    def _may_ask_first(self, moment: _Moment) -> bool:
        """Whoever may try, may ask all that the page needs: one quick answer says little of the next one."""
        if moment.is_substituted:
            return False
        moment.is_granted = moment.is_granted or (self._is_trusted() and self._breaker.allows())
        return moment.is_granted

    @contextmanager
    def _moment(self) -> Iterator[_Moment]:
        """The one that this thread is in, or one of its own."""
        if self._held is not None:
            yield self._held
            return
        with ExitStack() as stack:
            moment = self._local.moment = _Moment(stack)
            try:
                yield moment
            finally:
                self._local.moment = None
        if moment.is_granted and not moment.is_substituted:
            self._breaker.succeeded()

    @property
    def _held(self) -> _Moment | None:
        return getattr(self._local, "moment", None)
