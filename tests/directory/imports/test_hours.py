import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.imports.cells.hours import Hours, minutes, read_hours, read_weekdays
from directory.imports.problems import CLOSES_BEFORE_OPENING, HALF_HOURS, TIME_UNUSABLE


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("9:00", 540),
        ("09:00:00", 540),
        ("9.30", 570),
        ("9h30", 570),
        ("9 Uhr", 540),
        ("9", 540),
        ("12:30 am", 30),
        ("5 pm", 1020),
        ("12:00 p.m.", 720),
        ("۱۷:۳۰", 1050),
        ("24:00", 1440),
        ("17:00Z", 1020),
        ("17:00:00+01:00", 1020),
        ("24:01", None),
        ("9:75", None),
        ("13 pm", None),
        ("noon", None),
        ("", None),
    ],
)
def test_times_of_day(text: str, total: int | None) -> None:
    assert minutes(text) == total


def test_no_times_mean_closed_that_day() -> None:
    assert read_hours("", "") == Hours()


def test_an_ordinary_day() -> None:
    assert read_hours("9:00", "17:00") == Hours("09:00", "17:00")


@pytest.mark.parametrize(
    ("opens", "closes", "hours"),
    [
        ("22:00", "6:00", Hours("22:00", "06:00", closes_next_day=True)),
        ("9:00", "24:00", Hours("09:00", "00:00", closes_next_day=True)),
        ("0:00", "24:00", Hours("00:00", "00:00", closes_next_day=True)),
    ],
)
def test_a_night_ends_on_the_next_day(opens: str, closes: str, hours: Hours) -> None:
    assert read_hours(opens, closes) == hours


@pytest.mark.parametrize(("opens", "closes"), [("10:00", "4:00"), ("23:00", "17:00"), ("9:00", "9:00")])
def test_closing_before_opening_is_stored_and_doubted(opens: str, closes: str) -> None:
    hours = read_hours(opens, closes)
    assert isinstance(hours, Hours)
    assert hours.closes_next_day
    assert hours.problem is CLOSES_BEFORE_OPENING


@pytest.mark.parametrize(
    ("opens", "closes", "problem"),
    [
        ("9:00", "", HALF_HOURS),
        ("", "9:00", HALF_HOURS),
        ("morning", "noon", TIME_UNUSABLE),
        ("24:00", "5:00", TIME_UNUSABLE),
    ],
)
def test_hours_that_cannot_be_stored(opens: str, closes: str, problem: object) -> None:
    assert read_hours(opens, closes) is problem


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Monday", [0]),
        ("MO,WE;FR", [0, 2, 4]),
        ("دوشنبه", [0]),
        ("الأحد", [6]),
        ("samedi", [5]),
        ("Mi.", [2]),
    ],
)
def test_weekdays_in_any_of_the_languages(text: str, days: list[int]) -> None:
    assert read_weekdays(text) == days


@pytest.mark.parametrize("text", ["1MO", "weekdays", ""])
def test_what_is_no_weekday(text: str) -> None:
    assert read_weekdays(text) is None


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_text_gives_hours_that_the_database_takes_or_a_reason(opens: str, closes: str) -> None:
    hours = read_hours(opens, closes)
    if isinstance(hours, Hours) and hours.opens_at:
        assert hours.closes_at
        assert hours.closes_next_day == (hours.closes_at <= hours.opens_at)
