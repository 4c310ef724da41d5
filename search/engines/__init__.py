"""The engines behind one interface; `current()` is the one that answers this site."""

from functools import cache

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from search.engines.base import PAGE_SIZE, Choice, Engine, EngineAwayError, Hit, Relaxation, Results
from search.engines.database import DatabaseEngine
from search.engines.postgresql import PostgresqlEngine
from search.engines.sqlite import SqliteEngine

__all__ = [
    "PAGE_SIZE",
    "Choice",
    "Engine",
    "EngineAwayError",
    "Hit",
    "Relaxation",
    "Results",
    "current",
    "of_database",
]

_ENGINES: dict[str, type[DatabaseEngine]] = {"sqlite": SqliteEngine, "postgresql": PostgresqlEngine}


def current() -> Engine:
    return _elasticsearch_or_database() if settings.ELASTICSEARCH_URL else of_database()


@cache
def of_database() -> DatabaseEngine:
    """The engine of the database in use; one a process, since it holds the columns."""
    return _ENGINES[connections[DEFAULT_DB_ALIAS].vendor]()


@cache
def _elasticsearch_or_database() -> Engine:
    """One a process, since it remembers whether Elasticsearch answers."""
    from search import outbox
    from search.engines.breaker import Breaker
    from search.engines.elasticsearch.engine import ElasticsearchEngine
    from search.engines.fallback import FallbackEngine

    return FallbackEngine(
        ElasticsearchEngine.of_settings(), of_database(), Breaker(), lambda: not outbox.is_late()
    )
