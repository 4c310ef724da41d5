"""When a place is open: pure functions of its hours, its time zone and a moment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 24 * 60
DAYS_A_WEEK = 7
# Python itself keeps only eight, and reads the files of all others again and again.
_time_zone = cache(ZoneInfo)


@dataclass(frozen=True, slots=True)
class Hours:
    """One span of opening on one weekday (Monday 0), in minutes of the clock since that day's midnight.

    `closes` may lie past 1440: the next day. An empty span (it closes as it opens): closed that day, whatever
    else is said of it.
    """

    weekday: int
    opens: int
    closes: int
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""

    def valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Opening:
    """The hours of a place and the zone its clock shows."""

    zone: str
    hours: tuple[Hours, ...]

    def today(self, now: datetime) -> date:
        """What the calendar there shows at that moment."""
        return now.astimezone(_time_zone(self.zone)).date()


@dataclass(frozen=True, slots=True)
class Span:
    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    hours: tuple[Hours, ...]
    is_today: bool


def hours_on(opening: Opening, day: date) -> tuple[Hours, ...]:
    """The hours of that day, earliest first; none when it is closed."""
    entries = [entry for entry in opening.hours if entry.weekday == day.weekday() and entry.valid_on(day)]
    seasonal = [entry for entry in entries if entry.valid_from or entry.valid_to]
    chosen = seasonal or entries
    if any(entry.opens == entry.closes for entry in chosen):
        return ()
    return tuple(sorted(chosen, key=lambda entry: (entry.opens, entry.closes)))


def spans(opening: Opening, days: Iterable[date]) -> Iterator[Span]:
    zone = _time_zone(opening.zone)
    for day in days:
        for entry in hours_on(opening, day):
            yield Span(moment(day, entry.opens, zone), moment(day, entry.closes, zone))


def moment(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """When the clock on the wall shows that time: a day with a change of clocks has 23 or 25 hours."""
    days, rest = divmod(minutes, MINUTES_A_DAY)
    return datetime.combine(day + timedelta(days=days), time(*divmod(rest, 60)), zone)


def open_span(opening: Opening, now: datetime) -> Span | None:
    """The span that `now` (with a time zone) falls into."""
    today = opening.today(now)
    utc_now = now.timestamp()
    is_past_midnight = any(entry.closes > MINUTES_A_DAY for entry in opening.hours)
    days = (today - timedelta(days=1), today) if is_past_midnight else (today,)
    running = (
        span for span in spans(opening, days) if span.opens.timestamp() <= utc_now < span.closes.timestamp()
    )
    return max(running, key=lambda span: span.closes.timestamp(), default=None)


def is_open(opening: Opening, now: datetime) -> bool:
    return open_span(opening, now) is not None


def closes_at(opening: Opening, now: datetime) -> datetime | None:
    """When the opening ends that `now` lies in; hours that follow without a gap are one opening."""
    span = open_span(opening, now)
    if span is None:
        return None
    closes = span.closes
    for _day in range(DAYS_A_WEEK):
        following = open_span(opening, closes)
        if following is None:
            return closes
        closes = following.closes
    return None


def next_opening(opening: Opening, now: datetime) -> datetime | None:
    """When it opens next, within a week; None while it is open or when nothing is known."""
    if is_open(opening, now):
        return None
    today = opening.today(now)
    days = (today + timedelta(days=ahead) for ahead in range(DAYS_A_WEEK + 1))
    coming = (span.opens for span in spans(opening, days) if span.opens.timestamp() > now.timestamp())
    return next(coming, None)


def week(opening: Opening, now: datetime) -> tuple[Day, ...]:
    """This week from Monday to Sunday, as the place's own calendar counts it."""
    today = opening.today(now)
    monday = today - timedelta(days=today.weekday())
    days = (monday + timedelta(days=ahead) for ahead in range(DAYS_A_WEEK))
    return tuple(Day(day, hours_on(opening, day), is_today=day == today) for day in days)
