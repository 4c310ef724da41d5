"""Which rows a query selects, and what each choice would give."""

from datetime import UTC, datetime

import numpy as np
import pytest

from directory.opening import Hours, Opening
from search.engines.base import Choice
from search.engines.columns import Columns
from search.engines.openings import opening_cell
from search.engines.selection import CIRCLE, Selection
from search.query import YES, Kind, Point, Query
from tests.search.engines.small_index import NOON, TODAY, columns, row, street

STREET = street()
NEAR_HAMBURG = Point(53.5, 10.0)


def select(
    snapshot: Columns = STREET,
    matching: list[bool] | None = None,
    origin: Point | None = None,
    **asked: object,
) -> Selection:
    rows = None if matching is None else np.array(matching)
    return Selection(snapshot, Query(**asked), NOON, rows, origin)


def found(**asked: object) -> list[int]:
    selection = select(**asked)
    return STREET.ids[selection.found].tolist()


def counts(kind: Kind, **asked: object) -> dict[str, int]:
    return {choice.value: choice.count for choice in select(**asked).facets()[kind]}


@pytest.mark.parametrize(
    ("asked", "listings"),
    [
        ({}, [1, 2, 3, 4, 5, 6]),
        ({"needs": ("legal",)}, [1, 2, 4]),
        ({"needs": ("food", "legal")}, [1, 2, 3, 4]),
        ({"needs": ("legal",), "languages": ("fa",)}, [1]),
        ({"needs": ("legal",), "city": ("berlin", "lyon")}, [2, 4]),
        ({"country": ("DE",)}, [1, 2, 3, 5, 6]),
        ({"country": ("DE",), "needs": ("legal",)}, [1, 2]),
        ({"free": True}, [1, 3]),
        ({"free": True, "no_papers": True}, []),
        ({"delivery": ("phone",)}, [5, 6]),
        ({"needs": ("unicorns",)}, []),
    ],
)
def test_several_of_one_kind_widen_and_different_kinds_narrow(asked: dict, listings: list[int]) -> None:
    assert found(**asked) == listings


def test_words_narrow_beside_every_choice() -> None:
    assert found(matching=[False, True, False, True, True, True], needs=("legal",)) == [2, 4]


def test_a_kind_is_counted_as_if_nothing_of_it_were_chosen() -> None:
    assert counts(Kind.NEEDS, needs=("food",)) == {"legal": 3, "counselling": 2, "asylum-law": 1, "food": 1}
    assert counts(Kind.NEEDS, needs=("food",), country=("FR",)) == {"counselling": 2, "legal": 1}


def test_another_kind_is_counted_among_what_is_chosen() -> None:
    assert counts(Kind.LANGUAGES, needs=("legal",)) == {"ar": 1, "de": 1, "fa": 1, "fr": 1}
    assert counts(Kind.FREE, needs=("legal",)) == {YES: 1}


def test_what_fails_two_kinds_counts_for_neither() -> None:
    assert counts(Kind.NEEDS, needs=("food",), city=("lyon",), languages=("fa",)) == {}
    assert counts(Kind.CITY, needs=("food",), city=("lyon",), languages=("fa",)) == {"berlin": 1}


@pytest.mark.parametrize("kind", [Kind.NEEDS, Kind.COUNTRY, Kind.CITY, Kind.LANGUAGES, Kind.DELIVERY])
@pytest.mark.parametrize("before", [{}, {"needs": ("legal",)}, {"country": ("DE",)}, {"free": True}])
def test_what_a_choice_promises_is_what_choosing_it_alone_of_its_kind_gives(kind: Kind, before: dict) -> None:
    for choice in select(**before).facets()[kind]:
        query = Query(**before).without(kind).choosing(kind, choice.value)
        assert Selection(STREET, query, NOON, None, None).total == choice.count


def test_what_is_chosen_is_told_of_each_choice() -> None:
    assert select(languages=("de",)).facets()[Kind.LANGUAGES][:2] == (
        Choice("fa", 3),
        Choice("de", 2, is_chosen=True),
    )


def test_a_circle_takes_the_place_of_the_city_s_border() -> None:
    assert found(city=("berlin",), origin=NEAR_HAMBURG, radius_km=50) == [1, 2]
    assert found(city=("berlin",), origin=NEAR_HAMBURG) == [2, 3]
    assert found(city=("berlin",), radius_km=50) == [2, 3]
    assert found(origin=NEAR_HAMBURG, radius_km=300) == [1, 2, 3]


def test_without_the_circle_or_a_kind_there_would_be_so_many() -> None:
    selection = select(needs=("legal",), origin=NEAR_HAMBURG, radius_km=50)
    assert (selection.total, selection.total_without(CIRCLE), selection.total_without(Kind.NEEDS)) == (
        2,
        3,
        2,
    )
    assert selection.total_without(Kind.FREE) == 2


def test_distances_are_measured_to_the_nearest_place_of_each() -> None:
    selection = select(origin=NEAR_HAMBURG)
    hamburg, both, berlin, *_far, nowhere = selection.distances_km(selection.found)
    assert hamburg == both < 10
    assert berlin > 200
    assert nowhere == np.inf
    assert set(select().distances_km(selection.found)) == {np.inf}


def test_what_is_not_shown_is_neither_found_nor_counted() -> None:
    hidden = columns(row(1, needs="legal"), row(2, needs="legal food", hidden_on=TODAY))
    selection = select(hidden)
    assert selection.found.tolist() == [0]
    assert [(choice.value, choice.count) for choice in selection.facets()[Kind.NEEDS]] == [("legal", 1)]


def test_open_now_narrows_and_is_counted_by_the_clock() -> None:
    office = opening_cell([Opening("UTC", (Hours(0, 9 * 60, 17 * 60),))])
    snapshot = columns(row(1, open_now=office), row(2))
    night = datetime(2026, 3, 2, 23, tzinfo=UTC)
    assert select(snapshot, open_now=True).found.tolist() == [0]
    assert select(snapshot).facets()[Kind.OPEN_NOW] == (Choice(YES, 1),)
    at_night = Selection(snapshot, Query(open_now=True), night, None, None)
    assert at_night.total == 0
    assert at_night.facets()[Kind.OPEN_NOW] == ()
