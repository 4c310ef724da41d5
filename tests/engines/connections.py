"""Connections to Elasticsearch, which a process keeps; who changes the settings begins anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from search import engines
from search.engines.elasticsearch import connection


@contextmanager
def forgotten_connections() -> Iterator[None]:
    _forget()
    try:
        yield
    finally:
        if connection.client.cache_info().currsize:
            connection.client().close()
        _forget()


def _forget() -> None:
    for remembered in (connection.client, engines._elasticsearch_or_database):  # noqa: SLF001 - of this process
        remembered.cache_clear()
