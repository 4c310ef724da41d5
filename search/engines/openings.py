"""Opening hours as a cell of the index, and back."""

import json
from collections.abc import Iterable, Iterator
from datetime import date

from directory.opening import Hours, Opening, spans


def opening_cell(openings: Iterable[Opening]) -> str:
    """ "" where nothing is known. Notes are left out, so that equal hours are equal cells."""
    kept = [[opening.zone, [_row(hours) for hours in opening.hours]] for opening in openings]
    return json.dumps(kept, separators=(",", ":")) if kept else ""


def opening_spans(cell: str, days: Iterable[date]) -> Iterator[tuple[float, float]]:
    """When it opens and closes on those days, in seconds since 1970."""
    for zone, rows in json.loads(cell or "[]"):
        opening = Opening(zone, tuple(_hours(*row) for row in rows))
        for span in spans(opening, days):
            yield span.opens.timestamp(), span.closes.timestamp()


def _row(hours: Hours) -> list:
    begins, ends = (day.isoformat() if day else None for day in (hours.valid_from, hours.valid_to))
    return [hours.weekday, hours.opens, hours.closes, begins, ends]


def _hours(weekday: int, opens: int, closes: int, begins: str | None, ends: str | None) -> Hours:
    return Hours(weekday, opens, closes, _day(begins), _day(ends))


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
