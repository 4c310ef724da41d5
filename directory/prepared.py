"""Questions that Django builds once a process and then asks again and again, each time about other listings.

To build one takes Django longer than the database takes to answer it, and a change asks many before it is in
the index.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

Row = TypeVar("Row", bound=Model)
# A function of a module, since its statement is kept. Nothing in it may depend on when it is asked.
Question = Callable[[RawSQL], QuerySet]

# All numbers are one parameter, so that the statement is the same for one and for hundreds.
_NUMBERS = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s::json)",
}
_ASKED_FOR = object()


def rows(question: Question, numbers: Sequence[int] = ()) -> Iterator[list[Any]]:
    """What the query of `question` gives for those numbers, in Python's own values."""
    statement, parameters, converters = _built(question)
    connection, asked = connections[DEFAULT_DB_ALIAS], str(list(numbers))
    with connection.cursor() as cursor:
        cursor.execute(statement, [asked if value is _ASKED_FOR else value for value in parameters])
        found = cursor.fetchall()
    for row in map(list, found):
        for place, (convert, expression) in converters:
            row[place] = convert(row[place], expression, connection)
        yield row


def instances(question: Callable[[RawSQL], QuerySet[Row]], numbers: Sequence[int] = ()) -> list[Row]:
    """The same as instances of its model, whose columns the query gives as they stand."""
    model: type[Row] = _model(question)
    names = [field.attname for field in model._meta.concrete_fields]
    return [model.from_db(DEFAULT_DB_ALIAS, names, row) for row in rows(question, numbers)]


@cache
def _built(question: Question) -> tuple[str, tuple[Any, ...], list[tuple[int, tuple[Callable, Any]]]]:
    compiler = _query(question).query.get_compiler(DEFAULT_DB_ALIAS)
    statement, parameters = compiler.as_sql()
    converters = compiler.get_converters(expression for expression, *_named in compiler.select)
    each = [
        (place, (convert, expression))
        for place, (of_column, expression) in converters.items()
        for convert in of_column
    ]
    return statement, parameters, each


@cache
def _model(question: Question) -> Any:
    return _query(question).model


def _query(question: Question) -> QuerySet:
    return question(RawSQL(_NUMBERS[connections[DEFAULT_DB_ALIAS].vendor], (_ASKED_FOR,)))  # noqa: S611 - ours
