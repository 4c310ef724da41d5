"""Asks every judged query the way the site does, over the demonstration in a database of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from search import engines
from search.engines import Engine
from search.finding import find
from search.query import Query
from tests import database
from tests.search.relevance.judgements import Judged, Kind
from tests.search.relevance.listings import Listing, visible_listings
from tests.search.relevance.measures import DEPTH, ndcg, recall, success


@dataclass(frozen=True)
class Answer:
    """The grades of the first ten and of all listings; how many were found; what came first."""

    judged: Judged
    found: tuple[int, ...]
    there_are: tuple[int, ...]
    total: int
    first: tuple[str, ...]

    @property
    def ndcg(self) -> float:
        return ndcg(self.found, self.there_are)

    @property
    def recall(self) -> float:
        return recall(self.found, self.there_are)

    @property
    def success(self) -> float:
        return success(self.found)


@dataclass(frozen=True)
class Figures:
    """Means over some answers; of queries with nothing to find, the share that found nothing."""

    queries: int
    ndcg: float
    recall: float
    success: float
    nothing: float | None

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> "Figures":
        answers = list(answers)
        something = [answer for answer in answers if answer.judged.kind is not Kind.NOTHING_TO_FIND]
        nothing = [answer.total == 0 for answer in answers if answer.judged.kind is Kind.NOTHING_TO_FIND]
        return cls(
            queries=len(answers),
            ndcg=_mean([answer.ndcg for answer in something]),
            recall=_mean([answer.recall for answer in something]),
            success=_mean([answer.success for answer in something]),
            nothing=_mean(nothing) if nothing else None,
        )


def load_demonstration() -> None:
    """In a copy of the test database, on whatever server the settings name."""
    database.use_copy("relevance", "demonstration", to_commit=True)


def every_engine() -> dict[str, Engine]:
    """By name: that of the database, and the one that serves the site where it is another."""
    of_database, serving = engines.of_database(), engines.current()
    named: dict[str, Engine] = {connection.display_name: of_database}
    if serving is not of_database:
        call_command("search_index", "rebuild")
        named["Elasticsearch"] = serving
    return named


def answers_of(engine: Engine, judged_set: Sequence[Judged]) -> list[Answer]:
    listings = {listing.id: listing for listing in visible_listings()}
    return [_answer(engine, judged, listings) for judged in judged_set]


def _answer(engine: Engine, judged: Judged, listings: dict[int, Listing]) -> Answer:
    query = Query(text=judged.text, language=judged.language)
    found = find(engine, query, timezone.now(), size=DEPTH)
    results = found.results
    if results.by_substitute:
        raise RuntimeError("Another engine answered: these would not be the figures of this one.")
    first = [listings[hit.service_id] for hit in (*results.hits, *found.close)]
    return Answer(
        judged=judged,
        found=tuple(map(judged.grade, first)),
        there_are=tuple(grade for listing in listings.values() if (grade := judged.grade(listing))),
        total=results.total,
        first=tuple(f"{each.house}/{each.offer}/{each.city}" for each in first),
    )


def _mean(numbers: Sequence[float]) -> float:
    return fmean(numbers) if numbers else 0.0
