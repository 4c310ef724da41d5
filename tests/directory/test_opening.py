"""When a place is open: as its own clock says, over midnight, seasons and changes of clocks."""

from datetime import UTC, date, datetime

import pytest

from directory.opening import Hours, Opening, closes_at, hours_on, is_open, next_opening, week

MONDAY, TUESDAY, FRIDAY, SATURDAY, SUNDAY = 0, 1, 4, 5, 6
DAY = 24 * 60


def at(written: str) -> datetime:
    """A moment in Greenwich."""
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def clock(written: str) -> int:
    hours, minutes = map(int, written.split(":"))
    return 60 * hours + minutes


def hours(weekday: int, opens: str, closes: str, **valid: date) -> Hours:
    ends = clock(closes)
    return Hours(weekday, clock(opens), ends if ends > clock(opens) else ends + DAY, **valid)


def in_berlin(*entries: Hours) -> Opening:
    return Opening("Europe/Berlin", entries)


OFFICE = in_berlin(hours(MONDAY, "09:00", "12:00"), hours(MONDAY, "14:00", "18:00"))
BAR = in_berlin(hours(FRIDAY, "20:00", "02:00"))
ALWAYS = in_berlin(*(Hours(day, 0, DAY) for day in range(7)))
# The clocks go forward at two on 29 March 2026 and back at three on 25 October.
NIGHT = in_berlin(hours(SUNDAY, "01:00", "05:00"))


@pytest.mark.parametrize(
    ("opening", "moment", "expected"),
    [
        # 30 November 2026 is a Monday, and Berlin is an hour ahead of Greenwich.
        (OFFICE, "2026-11-30 07:59", False),
        (OFFICE, "2026-11-30 08:00", True),
        (OFFICE, "2026-11-30 10:59", True),
        (OFFICE, "2026-11-30 11:00", False),
        (OFFICE, "2026-11-30 13:00", True),
        (OFFICE, "2026-12-01 08:00", False),
        # In summer it is two.
        (OFFICE, "2026-06-01 07:00", True),
        (OFFICE, "2026-06-01 16:00", False),
        (BAR, "2026-11-27 18:59", False),
        (BAR, "2026-11-27 19:00", True),
        (BAR, "2026-11-28 00:59", True),
        (BAR, "2026-11-28 01:00", False),
        (BAR, "2026-11-26 23:30", False),
        (ALWAYS, "2026-11-30 03:00", True),
        (NIGHT, "2026-03-29 02:59", True),
        (NIGHT, "2026-03-29 03:00", False),
        (NIGHT, "2026-10-25 03:59", True),
        (NIGHT, "2026-10-25 04:00", False),
        (in_berlin(), "2026-11-30 09:00", False),
    ],
)
def test_it_is_open_while_its_own_clock_says_so(opening: Opening, moment: str, *, expected: bool) -> None:
    assert is_open(opening, at(moment)) is expected


def test_the_calendar_is_that_of_the_place() -> None:
    """Sunday evening in Greenwich is Monday in Tokyo."""
    opening = Opening("Asia/Tokyo", (hours(MONDAY, "08:00", "10:00"),))
    assert is_open(opening, at("2026-11-29 23:30"))
    assert opening.today(at("2026-11-29 23:30")) == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("opening", "moment", "expected"),
    [
        (OFFICE, "2026-11-30 08:00", "2026-11-30 11:00"),
        (OFFICE, "2026-11-30 11:30", None),
        (BAR, "2026-11-27 22:00", "2026-11-28 01:00"),
        (ALWAYS, "2026-11-30 08:00", None),
        # What follows without a gap is one opening: Monday until midnight, then Tuesday from midnight.
        (
            in_berlin(Hours(MONDAY, clock("20:00"), DAY), hours(TUESDAY, "00:00", "06:00")),
            "2026-11-30 20:00",
            "2026-12-01 05:00",
        ),
        (
            in_berlin(hours(MONDAY, "09:00", "13:00"), hours(MONDAY, "12:00", "18:00")),
            "2026-11-30 11:30",
            "2026-11-30 17:00",
        ),
    ],
)
def test_it_closes_when_the_last_of_hours_without_a_gap_ends(
    opening: Opening, moment: str, expected: str | None
) -> None:
    assert closes_at(opening, at(moment)) == (at(expected) if expected else None)


@pytest.mark.parametrize(
    ("opening", "moment", "expected"),
    [
        (OFFICE, "2026-11-30 06:00", "2026-11-30 08:00"),
        (OFFICE, "2026-11-30 12:00", "2026-11-30 13:00"),
        (OFFICE, "2026-11-30 17:00", "2026-12-07 08:00"),
        (OFFICE, "2026-11-30 09:00", None),
        (BAR, "2026-11-28 12:00", "2026-12-04 19:00"),
        (in_berlin(), "2026-11-30 12:00", None),
        # Over a change of clocks the hour on the wall stays.
        (in_berlin(hours(MONDAY, "09:00", "10:00")), "2026-03-28 12:00", "2026-03-30 07:00"),
    ],
)
def test_it_opens_next_within_a_week(opening: Opening, moment: str, expected: str | None) -> None:
    assert next_opening(opening, at(moment)) == (at(expected) if expected else None)


SUMMER = {"valid_from": date(2026, 6, 1), "valid_to": date(2026, 8, 31)}


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2026, 5, 25), ["09:00"]),
        (date(2026, 6, 1), ["11:00"]),
        (date(2026, 8, 31), ["11:00"]),
        (date(2026, 9, 7), ["09:00"]),
    ],
)
def test_hours_of_a_season_take_the_place_of_the_usual_ones(day: date, opens: list[str]) -> None:
    opening = in_berlin(hours(MONDAY, "09:00", "17:00"), hours(MONDAY, "11:00", "15:00", **SUMMER))
    assert [entry.opens for entry in hours_on(opening, day)] == [clock(each) for each in opens]


def test_an_empty_span_closes_the_day_whatever_else_is_said() -> None:
    christmas = {"valid_from": date(2026, 12, 25), "valid_to": date(2026, 12, 25)}
    opening = in_berlin(hours(FRIDAY, "09:00", "17:00"), Hours(FRIDAY, 0, 0, **christmas))
    assert hours_on(opening, date(2026, 12, 25)) == ()
    assert hours_on(opening, date(2026, 12, 18)) == (hours(FRIDAY, "09:00", "17:00"),)


def test_the_week_begins_on_monday_and_knows_its_today() -> None:
    days = week(OFFICE, at("2026-12-02 12:00"))
    assert [day.day for day in days] == [
        date(2026, 11, 30),
        *(date(2026, 12, number) for number in range(1, 7)),
    ]
    assert [day.is_today for day in days] == [False, False, True, False, False, False, False]
    assert [len(day.hours) for day in days] == [2, 0, 0, 0, 0, 0, 0]


def test_hours_of_a_day_stand_with_the_earliest_first() -> None:
    late, early = hours(SATURDAY, "14:00", "18:00"), hours(SATURDAY, "09:00", "12:00")
    assert hours_on(in_berlin(late, early), date(2026, 11, 28)) == (early, late)
