"""Values within the lengths that the site stores; what is cut off is kept in the internal note."""

from typing import Any

from django.db import models

from directory.imports.problems import TOO_LONG
from directory.imports.records import NOTE, ORGANIZATION, Record
from directory.imports.report import Report
from directory.imports.storing.shapes import Shape, child_model, columns

ELLIPSIS = "…"


def fit(shape: Shape, record: Record, report: Report) -> None:
    """Cut what is too long, and complete child rows so that they compare with stored ones."""
    for key, value in list(record.values.items()):
        if key == NOTE:
            continue
        if key in shape.children:
            model = child_model(shape, key)
            record.values[key] = [_fit_child(model, key, row, record, report) for row in value]
        elif key not in shape.links and key != ORGANIZATION and isinstance(value, str):
            limit = shape.model._meta.get_field(key).max_length
            record.values[key] = _fit(value, limit, key, record, report)


def _fit_child(
    model: type[models.Model], key: str, row: dict[str, Any], record: Record, report: Report
) -> dict[str, Any]:
    complete = {}
    for column in columns(model):
        value = row.get(column.name, column.get_default())
        if isinstance(value, str):
            value = _fit(str(value), column.max_length, f"{key}.{column.name}", record, report)
        complete[column.name] = value
    return complete


def _fit(value: str, limit: int | None, column: str, record: Record, report: Report) -> str:
    if limit is None or len(value) <= limit:
        return value
    report.add(TOO_LONG, record.place.at(column), value)
    note = f"{record.table}.{column}: {value}"
    record.values[NOTE] = "\n".join(filter(None, [record.values.get(NOTE), note]))
    return value[: limit - 1] + ELLIPSIS
