"""The distinct cells of a column: what is costly is done once for each of them."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from directory.opening import Hours, Opening
from search.engines.cells import (
    EARTH_RADIUS_KM,
    EVERYWHERE,
    CountryCells,
    OpeningCells,
    PointCells,
    SetCells,
    great_circle_km,
)
from search.engines.openings import opening_cell, opening_spans
from search.query import Point

BERLIN, HAMBURG, TEHRAN, SYDNEY = (
    Point(52.52, 13.405),
    Point(53.551, 9.994),
    Point(35.694, 51.422),
    Point(-33.868, 151.207),
)


def sets(*cells: str, kind: type[SetCells] = SetCells) -> SetCells:
    made = kind()
    for cell in cells:
        made.code(cell)
    return made


def holding(cells: SetCells, *values: str) -> list[bool]:
    return cells.holding(values).tolist()


def counted(cells: SetCells, *listings: int) -> list[tuple[str, int]]:
    return list(cells.most_frequent(np.array(listings)))


def test_equal_cells_have_one_code_and_others_another() -> None:
    cells = SetCells()
    assert [cells.code(cell) for cell in ("fa", "de fa", "fa", "")] == [0, 1, 0, 2]
    assert len(cells) == 3


def test_a_set_holds_any_of_several_values() -> None:
    cells = sets("legal", "asylum-law legal", "food", "")
    assert holding(cells, "legal") == [True, True, False, False]
    assert holding(cells, "asylum-law", "food") == [False, True, True, False]


def test_a_value_that_no_listing_has_is_held_by_none() -> None:
    assert holding(sets("legal"), "unicorns") == [False]
    assert holding(sets("legal")) == [False]
    assert holding(SetCells(), "legal") == []


def test_part_of_a_value_is_not_the_value() -> None:
    assert holding(sets("asylum-law"), "law") == [False]


def test_cells_that_come_later_are_held_too() -> None:
    cells = sets("legal")
    holding(cells, "legal")
    cells.code("food legal")
    assert holding(cells, "legal") == [True, True]
    assert holding(cells, "food") == [False, True]


def test_what_most_listings_have_comes_first_and_of_equals_the_first_by_name() -> None:
    cells = sets("legal", "food legal", "counselling")
    assert counted(cells, 2, 3, 3) == [("legal", 5), ("counselling", 3), ("food", 3)]


def test_what_no_listing_has_any_more_is_not_counted() -> None:
    assert counted(sets("legal", "food"), 0, 4) == [("food", 4)]


def test_what_serves_everywhere_serves_every_country() -> None:
    countries = sets("DE", "FR", EVERYWHERE, "", kind=CountryCells)
    assert holding(countries, "DE") == [True, False, True, False]


def test_it_counts_for_each_country_that_has_something_of_its_own_and_alone_for_none() -> None:
    countries = sets("DE", "FR", EVERYWHERE, kind=CountryCells)
    assert counted(countries, 2, 0, 3) == [("DE", 5)]
    assert counted(countries, 0, 0, 3) == []


def test_what_serves_everywhere_and_names_a_country_counts_once() -> None:
    countries = sets("DE", f"{EVERYWHERE} DE", kind=CountryCells)
    assert counted(countries, 2, 3) == [("DE", 5)]


@pytest.mark.parametrize(
    ("origin", "other", "km"), [(BERLIN, HAMBURG, 255), (BERLIN, TEHRAN, 3516), (BERLIN, SYDNEY, 16_090)]
)
def test_distances_are_those_of_a_globe(origin: Point, other: Point, km: int) -> None:
    [away] = great_circle_km(origin, np.array([other.latitude]), np.array([other.longitude]))
    [back] = great_circle_km(other, np.array([origin.latitude]), np.array([origin.longitude]))
    assert away == pytest.approx(km, rel=0.01)
    assert away == pytest.approx(back)


def test_the_other_side_of_the_date_line_is_near_and_of_the_globe_far() -> None:
    assert great_circle_km(Point(0, 179.9), np.array([0]), np.array([-179.9]))[0] < 25
    assert great_circle_km(Point(90, 0), np.array([-90]), np.array([0]))[0] == pytest.approx(
        np.pi * EARTH_RADIUS_KM
    )


def test_of_several_places_the_nearest_counts_and_without_any_it_is_nowhere() -> None:
    points = PointCells()
    for cell in ("53.551,9.994", "35.694,51.422 52.52,13.405", ""):
        points.code(cell)
    hamburg, berlin, nowhere = points.distances_km(BERLIN).tolist()
    assert hamburg == pytest.approx(255, rel=0.01)
    assert berlin == pytest.approx(0, abs=0.1)
    assert nowhere == np.inf


MONDAY = date(2026, 3, 2)
OFFICE = Opening("Europe/Berlin", (Hours(0, 9 * 60, 17 * 60), Hours(4, 22 * 60, 26 * 60)))


def is_open(cell: str, *moment: int) -> bool:
    cells = OpeningCells()
    cells.code(cell)
    return bool(cells.open_at(datetime(*moment, tzinfo=UTC))[0])


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ((2026, 3, 2, 7, 59), False),
        ((2026, 3, 2, 8, 0), True),
        ((2026, 3, 2, 15, 59), True),
        ((2026, 3, 2, 16, 0), False),
        ((2026, 3, 3, 10, 0), False),
        # Friday night, and the hours of Friday on Saturday.
        ((2026, 3, 6, 21, 0), True),
        ((2026, 3, 7, 0, 30), True),
        ((2026, 3, 7, 1, 0), False),
        # The same hours of the clock in summer.
        ((2026, 7, 6, 7, 0), True),
        ((2026, 7, 6, 15, 0), False),
    ],
)
def test_open_is_what_the_clock_of_the_place_says(moment: tuple, *, expected: bool) -> None:
    assert is_open(opening_cell([OFFICE]), *moment) is expected


@pytest.mark.parametrize(
    ("zone", "midnight"),
    [
        ("Pacific/Kiritimati", datetime(2026, 3, 1, 10, tzinfo=UTC)),
        ("Pacific/Pago_Pago", datetime(2026, 3, 2, 11, tzinfo=UTC)),
    ],
)
def test_the_farthest_clocks_of_the_world_are_right_too(zone: str, midnight: datetime) -> None:
    """It is Monday there while UTC has Sunday, or still Sunday while UTC has Monday."""
    cells = OpeningCells()
    cells.code(opening_cell([Opening(zone, (Hours(0, 0, 24 * 60),))]))
    moments = (midnight - timedelta(minutes=1), midnight, midnight + timedelta(hours=23, minutes=59))
    assert [bool(cells.open_at(moment)[0]) for moment in moments] == [False, True, True]


def test_nothing_is_open_of_which_no_hours_are_known() -> None:
    assert opening_cell([]) == ""
    assert not is_open("", 2026, 3, 2, 12)


def test_hours_added_on_the_same_day_and_the_hours_of_the_next_day_are_known() -> None:
    cells = OpeningCells()
    monday, tuesday = (opening_cell([Opening("UTC", (Hours(day, 600, 660),))]) for day in (0, 1))
    cells.code(monday)
    assert cells.open_at(datetime(2026, 3, 2, 10, 30, tzinfo=UTC)).tolist() == [True]
    cells.code(tuesday)
    assert cells.open_at(datetime(2026, 3, 2, 10, 30, tzinfo=UTC)).tolist() == [True, False]
    assert cells.open_at(datetime(2026, 3, 3, 10, 30, tzinfo=UTC)).tolist() == [False, True]


def test_a_place_with_two_clocks_is_open_by_either() -> None:
    both = opening_cell(
        [Opening("UTC", (Hours(0, 600, 660),)), Opening("Asia/Tehran", (Hours(0, 600, 660),))]
    )
    assert is_open(both, 2026, 3, 2, 10, 30)
    assert is_open(both, 2026, 3, 2, 7, 0)
    assert not is_open(both, 2026, 3, 2, 9, 0)


def test_equal_hours_are_equal_cells_whatever_is_noted_beside_them() -> None:
    plain, noted = (Opening("UTC", (Hours(0, 600, 660, note=note),)) for note in ("", "ring twice"))
    assert opening_cell([plain]) == opening_cell([noted])


def test_a_season_is_kept() -> None:
    summer = Hours(0, 600, 660, date(2026, 6, 1), date(2026, 8, 31))
    cell = opening_cell([Opening("UTC", (summer,))])
    assert list(opening_spans(cell, [MONDAY])) == []
    [(opens, closes)] = opening_spans(cell, [date(2026, 7, 6)])
    assert closes - opens == 3600
