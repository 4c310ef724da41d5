"""The engine that needs no server: facts in columns held in this process, words in the database's own index.

Each search first asks the database what changed since the last one (one look-up when nothing did), so that
every worker agrees, and a transaction sees its own changes. What a transaction has not committed is never
kept: it may be rolled back.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from math import isfinite
from threading import RLock
from typing import Any
from uuid import UUID

import numpy as np
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from directory import prepared
from search.called import MOST_NAMES, is_called
from search.engines.base import PAGE_SIZE, Hit, Relaxation, Results
from search.engines.choice_names import ChoiceNames
from search.engines.columns import READ, Columns
from search.engines.matching import FINDING, WEIGHTS, Asked, Key, Match, TextMatcher, Where
from search.engines.origins import origin_of
from search.engines.postings import Postings
from search.engines.ranking import best_first
from search.engines.relaxing import with_less_text, without_each_kind
from search.engines.selection import CIRCLE, Selection
from search.models import ChoiceName, EntryCard
from search.query import Kind, Order, Query
from search.text import Term, query_terms

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
    # What was looked up in the words of these columns.
    postings: Postings


NOTHING = Snapshot(
    epoch=None, position=-1, columns=Columns.empty(), names=ChoiceNames(()), postings=Postings()
)


class DatabaseEngine(ABC):
    """What SQLite and PostgreSQL do in the same way; what differs is in their own modules."""

    has_substituted = False
    # The SQL of the highest version that a statement has seen everything up to.
    position: str

    def __init__(self, alias: str = DEFAULT_DB_ALIAS) -> None:
        self._alias = alias
        self._committed = NOTHING
        self._held: Snapshot | None = None
        # At one moment, a card is read once.
        self._documents: dict[int, Any] | None = None
        # Snapshots share their cells, which grow while one is made.
        self._lock = RLock()

    @abstractmethod
    def next_version(self) -> int:
        """The version of what is written now, higher than any that a reader has seen."""

    @abstractmethod
    def listings_holding(self, asked: Sequence[Key]) -> list[str | None]:
        """For each term and place, the listings that hold it there, as numbers with commas."""

    def search(self, query: Query, *, now: datetime | None = None, size: int = PAGE_SIZE) -> Results:
        with self._lock:
            snapshot = self._snapshot()
            match = self._match(snapshot, query, size)
            selection = self._selection(snapshot, query, match, now)
            ranking = best_first(snapshot.columns, query, selection, match)
            hits = self._hits(snapshot.columns, selection, ranking.page(query.page, size))
            return Results(total=selection.total, hits=hits, facets=selection.facets())

    def relaxations(self, query: Query, *, now: datetime | None = None) -> tuple[Relaxation, ...]:
        with self._lock:
            snapshot = self._snapshot()
            asked = {wider: Asked.by(wider, in_order=False) for wider in (query, *with_less_text(query))}
            keys = chain.from_iterable(each.looked_up(FINDING) for each in asked.values())
            matcher = self._matcher(snapshot, keys, query.language)
            selection = self._selection(snapshot, query, matcher.match(asked.pop(query)), now)
            totals = {
                wider: selection.total_without(kind) for kind, wider in without_each_kind(query).items()
            }
            if query.radius_km is not None or query.near:
                totals[query.without_place()] = selection.total_without(CIRCLE)
            for wider, less in asked.items():
                totals[wider] = self._selection(snapshot, wider, matcher.match(less), now).total
        found = [Relaxation(wider, total) for wider, total in totals.items() if total > selection.total]
        return tuple(sorted(found, key=lambda relaxation: -relaxation.total))

    def calls_another_so(self, text: str, query: Query, *, now: datetime | None = None) -> bool:
        with self._lock:
            snapshot = self._snapshot()
            terms = query_terms(text)
            matcher = self._matcher(snapshot, ((term, Where.NAME) for term in terms), query.language)
            named = matcher.rows_with_all(terms, Where.NAME)
            found = self._selection(snapshot, replace(query, text=""), None, now).found
            named[found] = False
            named &= snapshot.columns.shown(now or timezone.now())
            rows = np.nonzero(named)[0][:MOST_NAMES]
            return any(is_called(text, hit.document) for hit in self._cards(snapshot.columns, rows))

    def in_turn(
        self, queries: Iterable[Query], *, without: Collection[int], size: int, now: datetime | None = None
    ) -> tuple[Hit, ...]:
        with self._lock:
            snapshot = self._snapshot()
            columns, chosen = snapshot.columns, dict.fromkeys(without)
            for query in queries:
                match = self._match(snapshot, query, size)
                ranking = best_first(columns, query, self._selection(snapshot, query, match, now), match)
                best = columns.ids[ranking.page(1, size + len(without))].tolist()
                chosen |= dict.fromkeys(best)
                if len(chosen) >= size + len(without):
                    break
            numbers = list(chosen)[len(without) : len(without) + size]
            return self._cards(columns, columns.rows(np.array(numbers, dtype=np.int64)))

    def named_like(self, beginnings: Sequence[str], reader: str, most: int) -> tuple[Hit, ...]:
        """Listings with a word in their names that begins so, for each; what the reader can read first."""
        asked = [(Term((), beginning), Where.BEGINNING_OF_A_NAME) for beginning in beginnings]
        if not asked:
            return ()
        with self._lock:
            columns = self._snapshot().columns
            shown = columns.shown(timezone.now())
            for listings in self.listings_holding(asked):
                shown &= columns.holding(_numbers(listings))
            rows = np.nonzero(shown)[0]
            order = np.lexsort((columns.ids[rows], ~columns.readable_in(reader)[rows]))
            return self._cards(columns, rows[order[:most]])

    def counts(self, kind: Kind) -> Mapping[str, int]:
        """How many listings that could be found at this moment have each choice of that kind."""
        with self._lock:
            columns = self._snapshot().columns
            shown = columns.codes[kind][columns.shown(timezone.now())]
            listings = np.bincount(shown, minlength=len(columns.cells[kind]))
            return dict(columns.sets(kind).most_frequent(listings))

    def choice_names(self) -> ChoiceNames:
        """The same object until a name changes."""
        with self._lock:
            return self._snapshot().names

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        with self._lock:
            before = self._held, self._documents
            self._held, self._documents = self._snapshot(), {} if self._documents is None else self._documents
            try:
                yield
            finally:
                self._held, self._documents = before

    def shown_now(self) -> list[int]:
        """The listings that could be found at this moment."""
        with self._lock:
            columns = self._snapshot().columns
            return columns.ids[columns.shown(timezone.now())].tolist()

    def _match(self, snapshot: Snapshot, query: Query, size: int) -> Match | None:
        in_order = query.order is Order.BEST and size > 0
        asked = Asked.by(query, in_order=in_order)
        if not asked:
            return None
        places = list(WEIGHTS) if in_order else FINDING
        keys = chain(asked.looked_up(places), _asked_next(query, asked) if in_order else ())
        return self._matcher(snapshot, keys, query.language).match(asked)

    def _matcher(self, snapshot: Snapshot, keys: Iterable[Key], language: str) -> TextMatcher:
        holding = snapshot.postings.of(keys, lambda missing: self._rows_holding(snapshot.columns, missing))
        return TextMatcher(snapshot.columns, snapshot.names, holding, language)

    def _rows_holding(self, columns: Columns, keys: Sequence[Key]) -> list[np.ndarray]:
        return [columns.rows(_numbers(listings)) for listings in self.listings_holding(keys)]

    def _selection(
        self, snapshot: Snapshot, query: Query, match: Match | None, now: datetime | None
    ) -> Selection:
        rows = match.rows if match else None
        return Selection(snapshot.columns, query, now or timezone.now(), rows, origin_of(query))

    def _hits(self, columns: Columns, selection: Selection, rows: np.ndarray) -> tuple[Hit, ...]:
        distances = selection.distances_km(rows).tolist()
        away = dict(zip(columns.ids[rows].tolist(), distances, strict=True))
        return tuple(
            replace(hit, distance_km=away[hit.service_id]) if isfinite(away[hit.service_id]) else hit
            for hit in self._cards(columns, rows)
        )

    def _cards(self, columns: Columns, rows: np.ndarray) -> tuple[Hit, ...]:
        ids = columns.ids[rows].tolist()
        cards = {} if self._documents is None else self._documents
        if missing := [number for number in ids if number not in cards]:
            cards |= dict(prepared.rows(_cards_of, missing))
        return tuple(Hit(number, cards[number]) for number in ids if number in cards)

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
        postings = known.postings if columns is known.columns else Postings()
        return Snapshot(epoch, position, columns, names, postings)

    def _names(self) -> ChoiceNames:
        return ChoiceNames(ChoiceName.objects.using(self._alias).values_list("kind", "value", "terms"))


def _cards_of(ids: RawSQL) -> QuerySet:
    return EntryCard.objects.filter(pk__in=ids).values_list("pk", "document")


def _asked_next(query: Query, asked: Asked) -> Iterator[Key]:
    """What may be asked after that, for one look-up costs less than two.

    Whether all that was written is a name, what is close to it, its words one by one where together they find
    nothing; and where a word was a slip, its better spelling.
    """
    terms = dict.fromkeys(query_terms(query.written))
    terms |= dict.fromkeys(term for word in query.written.split() for term in query_terms(word))
    terms |= dict.fromkeys(
        term for slip in asked.terms for near in slip.near[:1] for term in query_terms(near)
    )
    return ((term, where) for term in terms for where in WEIGHTS if where.asks_for(term))


def _numbers(listings: str | None) -> np.ndarray:
    return np.fromstring(listings, dtype=np.int64, sep=",") if listings else np.zeros(0, dtype=np.int64)
