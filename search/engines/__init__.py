"""The engines behind one interface; `current()` is the one that answers this site."""

from functools import cache

from django.db import DEFAULT_DB_ALIAS, connections

from search.engines.base import PAGE_SIZE, Choice, Engine, Hit, Relaxation, Results
from search.engines.database import DatabaseEngine
from search.engines.postgresql import PostgresqlEngine
from search.engines.sqlite import SqliteEngine

__all__ = ["PAGE_SIZE", "Choice", "Engine", "Hit", "Relaxation", "Results", "current", "of_database"]

_ENGINES: dict[str, type[DatabaseEngine]] = {"sqlite": SqliteEngine, "postgresql": PostgresqlEngine}


def current() -> Engine:
    return of_database()


@cache
def of_database() -> DatabaseEngine:
    """The engine of the database in use; one a process, since it holds the columns."""
    return _ENGINES[connections[DEFAULT_DB_ALIAS].vendor]()
