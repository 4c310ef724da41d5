"""From what somebody asks to what is found: the one way for the page and for programs."""

from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil

from search.did_you_mean import better_spelling
from search.engines import PAGE_SIZE, Engine, Results
from search.query import Query


@dataclass(frozen=True)
class Found:
    """`asked` is what somebody wrote and chose; `query` what was searched for.

    `did_you_mean` is the text in a better spelling, or "".
    """

    asked: Query
    query: Query
    results: Results
    size: int = PAGE_SIZE
    did_you_mean: str = ""

    @property
    def pages(self) -> int:
        return max(1, ceil(self.results.total / self.size))


def find(engine: Engine, asked: Query, now: datetime, *, size: int = PAGE_SIZE) -> Found:
    """A page behind the last one is the last one: the list may have become shorter since."""
    found = Found(asked, asked, engine.search(asked, now=now, size=size), size)
    if asked.page <= found.pages:
        better = better_spelling(engine, asked, found.query, found.results, now)
        return replace(found, did_you_mean=better)
    last = asked.on_page(found.pages)
    results = engine.search(last, now=now, size=size) if found.results.total else found.results
    return Found(last, last, results, size)
