"""From what somebody asks to what is found: the one way for the page and for programs."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from search.engines import PAGE_SIZE, Engine, Results
from search.query import Query


@dataclass(frozen=True)
class Found:
    """`asked` is what somebody wrote and chose; `query` what was searched for."""

    asked: Query
    query: Query
    results: Results
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        return max(1, ceil(self.results.total / self.size))


def find(engine: Engine, asked: Query, now: datetime, *, size: int = PAGE_SIZE) -> Found:
    """A page behind the last one is the last one: the list may have become shorter since."""
    found = Found(asked, asked, engine.search(asked, now=now, size=size), size)
    if asked.page <= found.pages:
        return found
    last = asked.on_page(found.pages)
    results = engine.search(last, now=now, size=size) if found.results.total else found.results
    return Found(last, last, results, size)
