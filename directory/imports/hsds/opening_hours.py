"""Schedules of HSDS (a weekday, or an iCalendar rule) as opening hours by weekday."""

from typing import Any

from directory.imports.cells.hours import Hours, read_hours, read_weekdays
from directory.imports.cells.values import read_date
from directory.imports.hsds.context import Context
from directory.imports.hsds.tables import OWNER_COLUMNS
from directory.imports.problems import DATE_UNUSABLE, NO_PLACE_FOR, NOT_WEEKLY
from directory.imports.records import Record
from directory.imports.rows import Row

NOTE_LENGTH = 255
# What narrows a weekly rule further than the site can say.
NARROWING = ("count", "byweekno", "bymonthday", "byyearday")


def add_opening_hours(record: Record, column: str, context: Context) -> None:
    hours = record.values.setdefault("schedules", [])
    for row in context.tables.owned("schedules", column).get(record.external_id, ()):
        hours.extend(_hours(record, row, context))
        record.keep("schedules", row)
    for row in context.tables.owned("holiday_schedules", column).get(record.external_id, ()):
        row.take("id", *OWNER_COLUMNS)
        context.report.add(NO_PLACE_FOR, row.place, " ".join(row.rest().values()))
        record.keep("holiday_schedules", row)
    hours.sort(key=lambda hour: (hour["weekday"], hour["opens_at"] or ""))


def _hours(record: Record, row: Row, context: Context) -> list[dict[str, Any]]:
    row.take("id", *OWNER_COLUMNS)
    days = _weekdays(row)
    if days is None:
        context.report.add(NOT_WEEKLY, row.place.at("byday"), _summary(row))
        return []
    hours = read_hours(row.peek("opens_at"), row.peek("closes_at"))
    written = f"{row.peek('byday')} {row.peek('opens_at')}-{row.peek('closes_at')}"
    if not isinstance(hours, Hours):
        context.report.add(hours, row.place.at("opens_at"), written)
        return []
    if hours.problem:
        context.report.add(hours.problem, row.place.at("closes_at"), written)
        record.notes.append(f"schedules: {written}")
    row.take("byday", "freq", "wkst", "opens_at", "closes_at")
    if row.peek("interval") == "1":
        row.take("interval")
    return _rows(row, days, hours, context)


def _rows(row: Row, days: list[int], hours: Hours, context: Context) -> list[dict[str, Any]]:
    valid_from = _date(row, context, "valid_from", "dtstart")
    valid_to = _date(row, context, "valid_to", "until")
    if valid_from and valid_to and valid_to < valid_from:
        context.report.add(DATE_UNUSABLE, row.place.at("valid_to"), f"{valid_from} - {valid_to}")
        row.keep("valid_from")
        row.keep("valid_to")
        valid_from = valid_to = None
    note = _note(row)
    return [
        {
            "weekday": day,
            "opens_at": hours.opens_at,
            "closes_at": hours.closes_at,
            "closes_next_day": hours.closes_next_day,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "note": note,
        }
        for day in days
    ]


def _weekdays(row: Row) -> list[int] | None:
    """The days of a rule that holds every week, else None."""
    repeats_weekly = row.peek("freq").upper() in ("", "WEEKLY") and row.peek("interval") in ("", "1")
    if not repeats_weekly or not row.peek("byday") or any(row.peek(column) for column in NARROWING):
        return None
    return read_weekdays(row.peek("byday"))


def _date(row: Row, context: Context, column: str, older: str) -> str | None:
    written = row.take(column) or row.take(older)
    if not written:
        return None
    date = read_date(written)
    if date is None:
        context.report.add(DATE_UNUSABLE, row.place.at(column), written)
        row.keep(column)
        row.keep(older)
    elif row.peek(older) == written:
        row.take(older)
    return date


def _note(row: Row) -> str:
    note = "; ".join(filter(None, [row.take("description"), row.take("notes")]))
    if len(note) <= NOTE_LENGTH:
        return note
    row.keep("description")
    row.keep("notes")
    return ""


def _summary(row: Row) -> str:
    columns = ("freq", "interval", "byday", "bymonthday", "opens_at", "closes_at")
    return " ".join(value for column in columns if (value := row.peek(column)))
