"""Opening hours in words, as the reader's language counts and the place's clock shows."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from directory.opening import Hours, Opening
from directory.public.hours import opening_hours

DAY = 24 * 60
OFFICE = Opening("Europe/Berlin", (Hours(0, 540, 720, note="by appointment"), Hours(0, 840, 1080)))
NIGHT = Opening("Europe/Berlin", (Hours(4, 1200, DAY + 120),))
ALWAYS = Opening("Europe/Berlin", tuple(Hours(day, 0, DAY) for day in range(7)))
CLOSED = Opening("Europe/Berlin", (Hours(0, 0, 0),))


def shown(opening: Opening, reader: str, moment: str):
    """The moment is one of Berlin's winter, an hour ahead of Greenwich; 30 November 2026 is a Monday."""
    now = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    with translation.override(reader):
        return opening_hours(opening, reader, now)


@pytest.mark.parametrize(
    ("opening", "reader", "moment", "is_open", "status"),
    [
        (OFFICE, "en", "2026-11-30 08:00", True, "Open now, until 12:00"),
        (OFFICE, "en", "2026-11-30 11:00", False, "Closed now, opens today at 14:00"),
        (OFFICE, "en", "2026-12-01 11:00", False, "Closed now, opens on Monday at 09:00"),
        (NIGHT, "en", "2026-11-28 00:30", True, "Open now, until 02:00"),
        (ALWAYS, "en", "2026-11-30 08:00", True, "Open now, day and night"),
        (CLOSED, "en", "2026-11-30 08:00", False, "Closed this week"),
    ],
)
def test_it_says_what_holds_now(
    opening: Opening, reader: str, moment: str, status: str, *, is_open: bool
) -> None:
    hours = shown(opening, reader, moment)
    assert (hours.is_open, hours.status) == (is_open, status)


@pytest.mark.parametrize(
    ("opening", "day", "reader", "written"),
    [
        (OFFICE, 0, "en", "09:00–12:00, 14:00–18:00"),
        (OFFICE, 1, "en", ""),
        (NIGHT, 4, "de", "20:00–02:00"),
        (ALWAYS, 6, "en", "Day and night"),
    ],
)
def test_each_day_has_its_hours(opening: Opening, day: int, reader: str, written: str) -> None:
    assert shown(opening, reader, "2026-11-30 08:00").week[day].hours == written


def test_a_persian_reader_has_own_digits_names_of_days_and_no_dash_between_hours() -> None:
    hours = shown(OFFICE, "fa", "2026-11-30 08:00")
    assert hours.week[0].day == "دوشنبه"
    assert "۰۹:۰۰" in hours.week[0].hours
    assert "،" in hours.week[0].hours
    assert "–" not in hours.week[0].hours
    assert "۱۲:۰۰" in hours.status


def test_a_note_stands_once_beside_its_day_and_today_is_marked() -> None:
    noted = Opening("Europe/Berlin", tuple(Hours(0, at, at + 60, note="by appointment") for at in (540, 840)))
    days = shown(noted, "en", "2026-11-30 08:00").week
    assert [day.note for day in days] == ["by appointment", *[""] * 6]
    assert [day.is_today for day in days] == [True, *[False] * 6]


def test_it_says_whose_clock_it_is() -> None:
    assert shown(OFFICE, "en", "2026-11-30 08:00").zone == "Berlin"
    assert shown(OFFICE, "fa", "2026-11-30 08:00").zone == "برلین"
