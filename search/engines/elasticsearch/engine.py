"""The engine for large directories. Elasticsearch says which listings fit; what is shown of them, and
whether it may be shown at all, the database says: the index may lag a moment behind.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from math import ceil
from typing import Any, Self

import numpy as np
from django.utils import timezone
from elasticsearch import ApiError, Elasticsearch, TransportError
from elasticsearch.dsl import Search

from search.called import MOST_NAMES, is_called
from search.engines import of_database
from search.engines.base import PAGE_SIZE, EngineAwayError, Hit, Relaxation, Results
from search.engines.cells import great_circle_km
from search.engines.choice_names import ChoiceNames
from search.engines.elasticsearch import connection, queries, reading
from search.engines.elasticsearch.known_choices import KnownChoices
from search.engines.elasticsearch.known_size import KnownSize
from search.engines.elasticsearch.queries import Asked
from search.engines.elasticsearch.texts import Words
from search.engines.matching import Asked as Text
from search.engines.origins import origin_of
from search.engines.patience import seconds_left
from search.engines.relaxing import with_less_text, without_each_kind
from search.engines.selection import CIRCLE
from search.models import Entry, EntryCard
from search.query import Order, Point, Query
from search.text import Term, query_terms

# Elasticsearch counts no further from the first hit; beyond, one goes on from the last one seen.
WINDOW = 10_000
_KEEP = "30s"


class ElasticsearchEngine:
    has_substituted = False

    def __init__(self, client: Elasticsearch, index: str, choices: KnownChoices) -> None:
        self._client, self._index, self._choices = client, index, choices
        self._size = KnownSize()

    @classmethod
    def of_settings(cls) -> Self:
        return cls(connection.client(), connection.alias(), KnownChoices(of_database()))

    def at_one_moment(self) -> nullcontext[None]:
        """The index changes once a second at most, which is as near as it gets without holding it."""
        return nullcontext()

    def search(self, query: Query, *, now: datetime | None = None, size: int = PAGE_SIZE) -> Results:
        now = now or timezone.now()
        begin = (query.page - 1) * size
        with _told_when_away():
            asked = self._weighed(_asked(query, now, self._choices.current()))
            if begin + size <= WINDOW:
                response = self._answer(queries.page(asked, begin, size))
            else:
                response = self._far_page(asked, begin, size)
        return Results(
            total=response["hits"]["total"]["value"],
            hits=_hits(_ids(response), asked.origin, now),
            facets=reading.facets(query, response["aggregations"]),
        )

    def relaxations(self, query: Query, *, now: datetime | None = None) -> tuple[Relaxation, ...]:
        with _told_when_away():
            names = self._choices.current()
            asked = _asked(query, now or timezone.now(), names)
            wider = [*_with_fewer_choices(asked), *_with_less_text(asked, names)]
            if not wider:
                return ()
            response = self._answer(queries.totals([asked, *wider]))
        total, *totals = reading.totals(response["aggregations"])
        found = [
            Relaxation(each.query, count) for each, count in zip(wider, totals, strict=True) if count > total
        ]
        return tuple(sorted(found, key=lambda relaxation: -relaxation.total))

    def calls_another_so(self, text: str, query: Query, *, now: datetime | None = None) -> bool:
        now = now or timezone.now()
        asked = Asked(replace(query, text=""), now, origin=origin_of(query))
        terms = query_terms(text)
        if not (terms and asked.narrowing):
            return False
        with _told_when_away():
            response = self._answer(queries.called(asked, terms, MOST_NAMES))
        return any(is_called(text, hit.document) for hit in _hits(_ids(response), None, now))

    def in_turn(
        self, queries: Iterable[Query], *, without: Collection[int], size: int, now: datetime | None = None
    ) -> tuple[Hit, ...]:
        chosen: dict[int, Hit] = {}
        for query in queries:
            hits = self._best(query, size + len(without), now or timezone.now())
            chosen |= {hit.service_id: hit for hit in hits if hit.service_id not in {*without, *chosen}}
            if len(chosen) >= size:
                break
        return tuple(chosen.values())[:size]

    def _best(self, query: Query, size: int, now: datetime) -> tuple[Hit, ...]:
        with _told_when_away():
            asked = self._weighed(_asked(query, now, self._choices.current()))
            response = self._answer(queries.best(asked, size))
        return _hits(_ids(response), asked.origin, now)

    def _weighed(self, asked: Asked) -> Asked:
        """Among several words, rare ones count more."""
        every = (*asked.words, *asked.wanted)
        if len(every) <= 1 or not asked.is_ranked:
            return asked
        response = self._answer(queries.rarities(every, of=self._size.current(self._count)))
        listings = response["hits"]["total"]["value"]
        holding = reading.totals(response["aggregations"])
        rarity = [queries.rarity(count, listings) for count in holding]
        return replace(asked, rarity=dict(zip((words.term for words in every), rarity, strict=True)))

    def _count(self) -> int:
        return self._in_time().count(index=self._index)["count"]

    def _far_page(self, asked: Asked, begin: int, size: int) -> dict[str, Any]:
        """Goes there in long steps, over an index that is held still."""
        index = self._in_time().open_point_in_time(index=self._index, keep_alive=_KEEP)["id"]
        try:
            after = self._last_before(asked, begin, index)
            page = queries.page(asked, 0, size if after else 0)
            return self._answer(page.extra(search_after=after) if after else page, index)
        finally:
            self._in_time().close_point_in_time(id=index)

    def _last_before(self, asked: Asked, begin: int, index: str) -> list[Any] | None:
        """How the hit just before that one sorts; None when there are not so many."""
        after = None
        for start in range(0, begin, WINDOW):
            step = queries.best(asked, min(WINDOW, begin - start))
            hits = self._answer(step.extra(search_after=after) if after else step, index)["hits"]["hits"]
            if len(hits) < min(WINDOW, begin - start):
                return None
            after = hits[-1]["sort"]
        return after

    def _answer(self, search: Search, index: str = "") -> dict[str, Any]:
        """All of it and in time, or an error: half an answer would be a wrong one."""
        body = search.extra(timeout=f"{ceil(seconds_left() * 1000)}ms").to_dict()
        if index:
            body["pit"] = {"id": index, "keep_alive": _KEEP}
        response = self._in_time().search(
            index=None if index else self._index, allow_partial_search_results=False, body=body
        )
        if response["timed_out"]:
            raise EngineAwayError from TimeoutError()
        return response.body

    def _in_time(self) -> Elasticsearch:
        """A page asks several times, and waits no longer for the last answer than for the first."""
        seconds = seconds_left()
        if seconds <= 0:
            raise EngineAwayError from TimeoutError()
        return self._client.options(request_timeout=seconds)


@contextmanager
def _told_when_away() -> Iterator[None]:
    try:
        yield
    except (TransportError, ApiError) as error:
        raise EngineAwayError from error


def _asked(query: Query, now: datetime, names: ChoiceNames) -> Asked:
    text = Text.by(query, in_order=query.order is Order.BEST)
    return Asked(
        query,
        now,
        words=tuple(_words(term, names) for term in text.terms),
        wanted=tuple(_words(term, names) for term in text.wanted),
        phrases=tuple(phrase.forms[0] for phrase in text.phrases),
        name=text.name.forms[0] if text.name else "",
        origin=origin_of(query),
    )


def _words(term: Term, names: ChoiceNames) -> Words:
    return Words(
        term=term,
        named=frozenset(names.named_by(term)),
        begun=frozenset(names.begun_by(term)),
        meant=frozenset(names.near_to(term)),
    )


def _with_fewer_choices(asked: Asked) -> Iterator[Asked]:
    narrowing = asked.narrowing
    for kind, wider in without_each_kind(asked.query).items():
        if kind in narrowing:
            yield replace(asked, query=wider)
    if CIRCLE in narrowing:
        yield replace(asked, query=asked.query.without_place())


def _with_less_text(asked: Asked, names: ChoiceNames) -> Iterator[Asked]:
    for wider in with_less_text(asked.query):
        yield _asked(wider, asked.now, names)


def _ids(response: dict[str, Any]) -> list[int]:
    return [int(hit["_id"]) for hit in response["hits"]["hits"]]


def _hits(ids: Sequence[int], origin: Point | None, now: datetime) -> tuple[Hit, ...]:
    """Without those that were hidden or deleted since the index heard of them."""
    shown = dict(Entry.objects.shown(now).filter(pk__in=ids).values_list("pk", "points"))
    cards = EntryCard.objects.in_bulk(list(shown))
    return tuple(
        Hit(number, cards[number].document, _distance_km(origin, shown[number]))
        for number in ids
        if number in cards
    )


def _distance_km(origin: Point | None, points: str) -> float | None:
    if origin is None or not points:
        return None
    places = np.array([[float(degrees) for degrees in point.split(",")] for point in points.split()])
    return float(great_circle_km(origin, places[:, 0], places[:, 1]).min())
