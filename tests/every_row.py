"""The whole database, read row by row, whichever it is: what a thief of a dump has."""

from collections.abc import Iterator
from typing import Any

from django.db import connection


def every_row() -> Iterator[tuple[str, bytes]]:
    """Each table with one of its rows, its cells as they are stored."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - its own names
            for row in cursor:
                yield table, b"\n".join(_stored(cell) for cell in row)


def _stored(cell: Any) -> bytes:
    return bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()


def tables_that_name(*words: str) -> set[str]:
    """In which any of them stands."""
    return {table for table, row in every_row() if any(word.encode() in row for word in words)}
