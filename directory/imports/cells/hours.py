"""Times of day, weekdays and opening hours as people and HSDS write them."""

import re
from dataclasses import dataclass
from functools import cache

from babel import Locale

from directory.imports.cells.text import matching, western_digits
from directory.imports.problems import CLOSES_BEFORE_OPENING, HALF_HOURS, TIME_UNUSABLE, Kind

LANGUAGES = ("fa", "ar", "en", "fr", "de")
ICALENDAR_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NOON = 12
MINUTES_AN_HOUR = 60
MINUTES_A_DAY = 24 * 60
# "21:00" to "6:00" is a night; "10:00" to "4:00" is more likely an afternoon without its p.m.
EVENING = 18 * 60
LONGEST_NIGHT = 14 * 60

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h٫](?P<minute>\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?"
    r"\s*(?:Z|[+-]\d{2}:?\d{2}|uhr|h)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Hours:
    """Both times as HH:MM, or neither: closed that day."""

    opens_at: str | None = None
    closes_at: str | None = None
    closes_next_day: bool = False
    problem: Kind | None = None


def read_hours(opens: str, closes: str) -> Hours | Kind:
    """Hours that can be stored (perhaps with a doubt about them), or the reason why not."""
    if not opens and not closes:
        return Hours()
    if not opens or not closes:
        return HALF_HOURS
    start, end = minutes(opens), minutes(closes)
    if start is None or end is None or start == MINUTES_A_DAY:
        return TIME_UNUSABLE
    end %= MINUTES_A_DAY
    next_day = end <= start
    doubt = CLOSES_BEFORE_OPENING if next_day and not _is_night(start, end) else None
    return Hours(_clock(start), _clock(end), next_day, doubt)


def _is_night(start: int, end: int) -> bool:
    return end == 0 or (start >= EVENING and end - start + MINUTES_A_DAY <= LONGEST_NIGHT)


def minutes(text: str) -> int | None:
    """Minutes since midnight; 24:00 is the end of the day; None if it is no time."""
    match = _TIME.fullmatch(western_digits(text).strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if hour not in range(1, NOON + 1):
            return None
        hour = hour % NOON + (NOON if match["half"][0] in "pP" else 0)
    total = hour * MINUTES_AN_HOUR + minute
    return total if minute < MINUTES_AN_HOUR and total <= MINUTES_A_DAY else None


def read_weekdays(text: str) -> list[int] | None:
    """0 is Monday. None where a word is no weekday, such as the `1MO` of a monthly rule."""
    days = []
    for word in re.split(r"[,;\s]+", text.strip()):
        day = _weekday_names().get(matching(word))
        if day is None:
            return None
        if day not in days:
            days.append(day)
    return days


def _clock(total: int) -> str:
    return f"{total // 60:02}:{total % 60:02}"


@cache
def _weekday_names() -> dict[str, int]:
    names = {matching(code): day for day, code in enumerate(ICALENDAR_DAYS)}
    for language in LANGUAGES:
        days = Locale.parse(language).days["format"]
        for width in ("wide", "abbreviated"):
            names |= {matching(name): day for day, name in days[width].items()}
    return names
