"""Opening hours in words."""

from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date, get_timezone_location
from django.utils.translation import gettext as _

from appearance.digits import in_digits_of
from directory.opening import MINUTES_A_DAY, Day, Hours, Opening, closes_at, is_open, next_opening, week
from directory.public.wording import comma


@dataclass(frozen=True, slots=True)
class WeekDay:
    day: str
    hours: str
    note: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """`status` says what holds now: open until when, or closed until when."""

    is_open: bool
    status: str
    week: tuple[WeekDay, ...]
    zone: str


def opening_hours(opening: Opening, reader: str, now: datetime) -> OpeningHours:
    return OpeningHours(
        is_open=is_open(opening, now),
        status=_status(opening, reader, now),
        week=tuple(_week_day(day, reader) for day in week(opening, now)),
        zone=get_timezone_location(opening.zone, locale=reader, return_city=True),
    )


def _status(opening: Opening, reader: str, now: datetime) -> str:
    if is_open(opening, now):
        closes = closes_at(opening, now)
        if closes is None:
            return _("Open now, day and night")
        return _("Open now, until %(time)s") % {"time": _clock(closes, reader)}
    opens = next_opening(opening, now)
    if opens is None:
        return _("Closed this week")
    time = _clock(opens, reader)
    today = opening.today(now)
    if opens.date() == today:
        return _("Closed now, opens today at %(time)s") % {"time": time}
    day = format_date(opens, "EEEE", locale=reader)
    return _("Closed now, opens on %(day)s at %(time)s") % {"day": day, "time": time}


def _clock(moment: datetime, reader: str) -> str:
    return in_digits_of(reader, f"{moment:%H:%M}")


def _week_day(day: Day, reader: str) -> WeekDay:
    notes = dict.fromkeys(entry.note for entry in day.hours if entry.note)
    return WeekDay(
        day=format_date(day.day, "EEEE", locale=reader),
        hours=in_digits_of(reader, comma(reader).join(_span(entry) for entry in day.hours)),
        note=" ".join(notes),
        is_today=day.is_today,
    )


def _span(entry: Hours) -> str:
    """Where one reads from right to left a word has to stand between: a dash could be read either way."""
    if entry.opens == 0 and entry.closes == MINUTES_A_DAY:
        return _("Day and night")
    clocks = {"opens": _minutes(entry.opens), "closes": _minutes(entry.closes % MINUTES_A_DAY)}
    return _("%(opens)s–%(closes)s") % clocks


def _minutes(minutes: int) -> str:
    return "{:02}:{:02}".format(*divmod(minutes, 60))
