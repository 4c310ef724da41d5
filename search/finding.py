"""From what somebody asks to what is found: the one way for the page and for programs."""

from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil

from search.engines import PAGE_SIZE, Engine, Results
from search.loosening import Attempt, looser, narrowed
from search.query import Query
from search.understanding import Understood, current, read


@dataclass(frozen=True)
class Found:
    """`asked` is what somebody wrote and chose; `query` what was searched for.

    `understood` are the words of it that became choices; `left_out` those that nothing was found together with.
    """

    asked: Query
    query: Query
    results: Results
    size: int = PAGE_SIZE
    understood: tuple[Understood, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        return max(1, ceil(self.results.total / self.size))


def find(
    engine: Engine, asked: Query, now: datetime, *, size: int = PAGE_SIZE, generation: int | None = None
) -> Found:
    """`generation` is that of the content, where the caller knows it. A page behind the last is the last one."""
    with engine.at_one_moment():
        attempt, results = _understood(engine, asked, now, size, generation)
        found = Found(asked, attempt.query, results, size, attempt.understood, attempt.left_out)
        if asked.page <= found.pages:
            return found
        last = attempt.query.on_page(found.pages)
        if results.total:
            results = engine.search(last, now=now, size=size)
        return replace(found, asked=asked.on_page(found.pages), query=last, results=results)


def _understood(
    engine: Engine, asked: Query, now: datetime, size: int, generation: int | None
) -> tuple[Attempt, Results]:
    """The reading that finds something; the first one, if none does."""
    if not asked.text:
        return Attempt(asked), engine.search(asked, now=now, size=size)
    knowledge = current(generation)
    reading = read(asked.text, knowledge.lexicon, asked.words)
    first = narrowed(asked, reading, knowledge)
    results = engine.search(first.query, now=now, size=size)
    if results.total:
        if reading.understood and engine.calls_another_so(asked.text, first.query, now=now):
            first = Attempt(asked)
            results = engine.search(asked, now=now, size=size)
        return first, results
    for attempt in looser(asked, reading, knowledge):
        if engine.search(attempt.query, now=now, size=0).total:
            return attempt, engine.search(attempt.query, now=now, size=size)
    return first, results
