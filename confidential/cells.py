"""Every encrypted cell of every model, whichever app has it, as it lies in the database.

In SQL, because the ORM refuses to compare what is encrypted. Versions are told from the first byte alone.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.db import connection, models

from confidential.fields import EncryptedField

# Of a cell that is empty: a migration added its column, and nobody has encrypted anything there.
NEVER = 0


def fields_by_model() -> Iterator[tuple[type[models.Model], list[EncryptedField]]]:
    for model in apps.get_models():
        fields = [each for each in model._meta.local_fields if isinstance(each, EncryptedField)]
        if fields and model._meta.managed and not model._meta.proxy:
            yield model, fields


def fields() -> Iterator[EncryptedField]:
    for _model, found in fields_by_model():
        yield from found


def versions(field: EncryptedField) -> dict[int, int]:
    """How many cells each version of the key has written."""
    statement = "SELECT {version}, COUNT(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1"
    return {_number(head): count for head, count in _rows(field, statement)}


def one(field: EncryptedField, version: int) -> tuple[object, bytes]:
    """Primary key and content of any cell that this version wrote."""
    statement = "SELECT {pk}, {column} FROM {table} WHERE {version} = %s LIMIT 1"
    pk, content = _rows(field, statement, [_head(version)])[0]
    return pk_of(field, pk), bytes(content)


def not_written_with(field: EncryptedField, version: int) -> list[Any]:
    """Primary keys as the database has them, which `content` and `replace` take."""
    statement = "SELECT {pk} FROM {table} WHERE {version} <> %s AND length({column}) > 0 ORDER BY 1"
    return [pk for (pk,) in _rows(field, statement, [_head(version)])]


def content(field: EncryptedField, pk: Any) -> bytes | None:
    rows = _rows(field, "SELECT {column} FROM {table} WHERE {pk} = %s", [pk])
    return bytes(rows[0][0]) if rows and rows[0][0] is not None else None


def replace(field: EncryptedField, pk: Any, old: bytes, new: bytes) -> bool:
    """Only if the cell is still as it was read: what somebody saved meanwhile stays."""
    statement = "UPDATE {table} SET {column} = %s WHERE {pk} = %s AND {column} = %s"
    with connection.cursor() as cursor:
        cursor.execute(_named(field, statement), [new, pk, old])
        return cursor.rowcount == 1


def pk_of(field: EncryptedField, stored: object) -> object:
    """As Python knows it: SQLite keeps a UUID as text."""
    return field.model._meta.pk.to_python(stored)


def _rows(field: EncryptedField, statement: str, values: Sequence[Any] = ()) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(_named(field, statement), values)
        return cursor.fetchall()


def _named(field: EncryptedField, statement: str) -> str:
    meta = field.model._meta
    column, table, pk = map(
        connection.ops.quote_name, map(str, (field.column, meta.db_table, meta.pk.column))
    )
    return statement.format(column=column, table=table, pk=pk, version=f"substr({column}, 1, 1)")


def _head(version: int) -> bytes:
    return bytes([version])


def _number(head: Any) -> int:
    """SQLite calls the beginning of nothing NULL."""
    return int.from_bytes(bytes(head)) if head else NEVER
