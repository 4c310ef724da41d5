"""Rows of several models in one statement: one by one it would be as many ways to the database and back."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Field, Func, Model, QuerySet, Value
from django.db.models.functions import JSONArray
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row", bound=Model)


def question(sources: Iterable[tuple[str, QuerySet, Sequence[str]]]) -> QuerySet:
    """For `directory.prepared`: of each row its kind and a list of those columns, in no order."""
    first, *others = (
        rows.order_by().values_list(Value(kind, CharField()), _Columns(*columns))
        for kind, rows, columns in sources
    )
    return first.union(*others, all=True)


def columns(model: type[Model], via: str = "") -> list[str]:
    """All of the model, by the field that leads to it if one does."""
    return [f"{via}__{field.attname}" if via else field.attname for field in _fields(model)]


def instance(model: type[Row], values: Iterable[Any]) -> Row:
    """From the values of all its columns."""
    given = (field.to_python(value) for field, value in zip(_fields(model), values, strict=True))
    return model.from_db(None, columns(model), list(given))


@cache
def _fields(model: type[Model]) -> tuple[Field, ...]:
    return tuple(model._meta.concrete_fields)


class _Columns(JSONArray):
    """Several columns as one, so that the statements that are joined have the same number of them."""

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any
    ) -> tuple[str, Any]:
        """Django would try whether SQLite knows JSON, in a transaction that waits for whoever writes."""
        return Func.as_sql(self, compiler, connection, **context)
