"""The engine that these cases run on: Elasticsearch where the settings name one, else the database's own.

What may differ between them is named here, and nothing else may.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.conf import settings
from django.db import connection

from search.engines import PAGE_SIZE, Engine, Hit, Relaxation, Results, of_database
from search.query import Query

IS_ELASTICSEARCH = bool(settings.ELASTICSEARCH_URL)

# A transaction that has not ended is seen by itself in the database, by nobody in Elasticsearch.
SEES_ITS_OWN_TRANSACTION = not IS_ELASTICSEARCH
# Among equals, Elasticsearch puts first what holds several words as they were written.
PUTS_PHRASES_FIRST = IS_ELASTICSEARCH
# The database counts places within 20 m of each other as equally near.
STEP_KM = 0.02


def current() -> Engine:
    return UpToDate() if IS_ELASTICSEARCH else of_database()


class UpToDate:
    """Elasticsearch after a worker has done its work, and without the database to help out."""

    has_substituted = False

    def __init__(self) -> None:
        from search.engines.elasticsearch.engine import ElasticsearchEngine

        self._engine = ElasticsearchEngine.of_settings()
        self.at_one_moment = self._engine.at_one_moment

    def search(self, query: Query, *, now: datetime | None = None, size: int = PAGE_SIZE) -> Results:
        bring_up_to_date()
        return self._engine.search(query, now=now, size=size)

    def relaxations(self, query: Query, *, now: datetime | None = None) -> tuple[Relaxation, ...]:
        bring_up_to_date()
        return self._engine.relaxations(query, now=now)

    def in_turn(
        self, queries: Iterable[Query], *, without: Collection[int], size: int, now: datetime | None = None
    ) -> tuple[Hit, ...]:
        bring_up_to_date()
        return self._engine.in_turn(queries, without=without, size=size, now=now)

    def calls_another_so(self, text: str, query: Query, *, now: datetime | None = None) -> bool:
        bring_up_to_date()
        return self._engine.calls_another_so(text, query, now=now)


def bring_up_to_date() -> None:
    """As workers do: of what is committed, which here is everything outside an inner transaction."""
    from search.engines.elasticsearch.applying import apply_due
    from search.engines.elasticsearch.connection import alias, client

    is_inner = bool(connection.savepoint_ids)
    while not is_inner and apply_due(client(), alias()):
        client().indices.refresh(index=alias())
