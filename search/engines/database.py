"""The engine that needs no server: facts in columns held in this process, words in the database's own index.

Each search first asks the database what changed since the last one (one look-up when nothing did), so that
every worker agrees, and a transaction sees its own changes. What a transaction has not committed is never
kept: it may be rolled back.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from threading import RLock
from uuid import UUID

import numpy as np
from django.db import DEFAULT_DB_ALIAS, connections
from django.utils import timezone

from search.asking import terms_of
from search.engines.base import PAGE_SIZE, Hit, Relaxation, Results
from search.engines.choice_names import ChoiceNames
from search.engines.columns import READ, Columns
from search.engines.matching import Match, TextMatcher, Where
from search.engines.origins import origin_of
from search.engines.ranking import best_first
from search.engines.relaxing import with_less_text, without_each_kind
from search.engines.selection import CIRCLE, Selection
from search.models import ChoiceName, EntryCard
from search.query import Order, Query
from search.text import Term

_BATCH = 20_000
_CHANGES = """
SELECT search_epoch.name, {position},
       EXISTS (SELECT 1 FROM search_choicename WHERE version > %s), {facts}
FROM search_epoch LEFT JOIN search_entry ON search_entry.version > %s
"""
_FACTS = ", ".join(f"search_entry.{name}" for name in READ)


@dataclass(frozen=True)
class Snapshot:
    """What this process knows of the index, up to `position`."""

    epoch: UUID | str | None
    position: int
    columns: Columns
    names: ChoiceNames


NOTHING = Snapshot(epoch=None, position=-1, columns=Columns.empty(), names=ChoiceNames(()))


class DatabaseEngine(ABC):
    """What SQLite and PostgreSQL do in the same way; what differs is in their own modules."""

    # The SQL of the highest version that a statement has seen everything up to.
    position: str

    def __init__(self, alias: str = DEFAULT_DB_ALIAS) -> None:
        self._alias = alias
        self._committed = NOTHING
        self._held: Snapshot | None = None
        # Snapshots share their cells, which grow while one is made.
        self._lock = RLock()

    @abstractmethod
    def next_version(self) -> int:
        """The version of what is written now, higher than any that a reader has seen."""

    @abstractmethod
    def listings_holding(self, asked: Sequence[tuple[Term, Where]]) -> list[str | None]:
        """For each term and place, the listings that hold it there, as numbers with commas."""

    def search(self, query: Query, *, now: datetime | None = None, size: int = PAGE_SIZE) -> Results:
        with self._lock:
            snapshot = self._snapshot()
            match = self._match(snapshot, query)
            selection = self._selection(snapshot, query, match, now)
            ranking = best_first(snapshot.columns, query, selection, match)
            hits = self._hits(snapshot.columns, selection, ranking.page(query.page, size))
            return Results(total=selection.total, hits=hits, facets=selection.facets())

    def relaxations(self, query: Query, *, now: datetime | None = None) -> tuple[Relaxation, ...]:
        with self._lock:
            snapshot = self._snapshot()
            shorter = with_less_text(query)
            terms = {term for asked in (query, *shorter) for term in terms_of(asked)}
            matcher = self._matcher(snapshot, terms, [Where.ANYWHERE])
            selection = self._selection(snapshot, query, matcher.match(terms_of(query)), now)
            totals = {
                wider: selection.total_without(kind) for kind, wider in without_each_kind(query).items()
            }
            if query.radius_km is not None or query.near:
                totals[query.without_place()] = selection.total_without(CIRCLE)
            for wider in shorter:
                match = matcher.match(terms_of(wider))
                totals[wider] = self._selection(snapshot, wider, match, now).total
        found = [Relaxation(wider, total) for wider, total in totals.items() if total > selection.total]
        return tuple(sorted(found, key=lambda relaxation: -relaxation.total))

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        with self._lock:
            self._held = self._snapshot()
            try:
                yield
            finally:
                self._held = None

    def shown_now(self) -> list[int]:
        """The listings that could be found at this moment."""
        with self._lock:
            columns = self._snapshot().columns
            return columns.ids[columns.shown(timezone.now())].tolist()

    def _match(self, snapshot: Snapshot, query: Query) -> Match | None:
        terms = terms_of(query)
        if not terms:
            return None
        places = list(Where) if query.order is Order.BEST else [Where.ANYWHERE]
        return self._matcher(snapshot, terms, places).match(terms)

    def _matcher(self, snapshot: Snapshot, terms: Iterable[Term], places: Sequence[Where]) -> TextMatcher:
        asked = [(term, where) for term in terms for where in places if where.asks_for(term)]
        held = self.listings_holding(asked) if asked else []
        postings = {key: _numbers(listings) for key, listings in zip(asked, held, strict=True) if listings}
        return TextMatcher(snapshot.columns, snapshot.names, postings)

    def _selection(
        self, snapshot: Snapshot, query: Query, match: Match | None, now: datetime | None
    ) -> Selection:
        rows = match.rows if match else None
        return Selection(snapshot.columns, query, now or timezone.now(), rows, origin_of(query))

    def _hits(self, columns: Columns, selection: Selection, rows: np.ndarray) -> tuple[Hit, ...]:
        ids = columns.ids[rows].tolist()
        cards = dict(EntryCard.objects.using(self._alias).filter(pk__in=ids).values_list("pk", "document"))
        distances = selection.distances_km(rows).tolist()
        return tuple(
            Hit(service_id, cards[service_id], distance if isfinite(distance) else None)
            for service_id, distance in zip(ids, distances, strict=True)
            if service_id in cards
        )

    def _snapshot(self) -> Snapshot:
        if self._held is not None:
            return self._held
        snapshot = self._followed(self._committed)
        if not connections[self._alias].in_atomic_block:
            self._committed = snapshot
        return snapshot

    def _followed(self, known: Snapshot) -> Snapshot:
        """What is known now, given what was known."""
        columns = known.columns
        with connections[self._alias].cursor() as cursor:
            cursor.execute(
                _CHANGES.format(position=self.position, facts=_FACTS), [known.position, known.position]
            )
            entries = cursor.fetchmany(_BATCH)
            if not entries:
                return NOTHING
            epoch, position, names_changed = entries[0][:3]
            if epoch != known.epoch and known is not NOTHING:
                return self._followed(NOTHING)
            while entries and entries[0][3] is not None:
                columns = columns.followed_by(entry[3:] for entry in entries)
                entries = cursor.fetchmany(_BATCH)
        names = self._names() if names_changed else known.names
        return Snapshot(epoch, position, columns, names)

    def _names(self) -> ChoiceNames:
        return ChoiceNames(ChoiceName.objects.using(self._alias).values_list("kind", "value", "terms"))


def _numbers(listings: str) -> np.ndarray:
    return np.fromstring(listings, dtype=np.int64, sep=",")
