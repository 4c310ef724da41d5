"""A snapshot of the index as columns: never changed, only followed by another."""

from datetime import timedelta

import numpy as np
import pytest

from search.engines.columns import Columns
from search.query import Kind
from tests.search.engines.small_index import NOON, TODAY, columns, row


def test_what_changed_is_in_the_next_snapshot_and_not_in_the_one_before() -> None:
    before = columns(row(1, needs="legal"), row(7, needs="food"))
    after = before.followed_by([row(7, needs="legal"), row(9, needs="food")])
    assert holding(before, "legal") == {1}
    assert holding(after, "legal") == {1, 7}
    assert (len(before), len(after)) == (2, 3)


def holding(snapshot: Columns, need: str) -> set[int]:
    held = snapshot.sets(Kind.NEEDS).holding([need])[snapshot.codes[Kind.NEEDS]]
    return set(snapshot.ids[held].tolist())


def test_a_listing_keeps_its_row_when_it_changes() -> None:
    snapshot = columns(row(5), row(3))
    assert snapshot.ids.tolist() == [5, 3]
    assert snapshot.followed_by([row(3, needs="food"), row(4)]).ids.tolist() == [5, 3, 4]


def test_nothing_changed_is_the_same_snapshot_again() -> None:
    snapshot = columns(row(1, needs="legal"))
    same = snapshot.followed_by([])
    assert same.ids.tolist() == [1]
    assert same.codes[Kind.NEEDS] is snapshot.codes[Kind.NEEDS]
    assert columns().ids.tolist() == []


def test_columns_that_a_change_leaves_as_they_were_are_shared() -> None:
    before = columns(row(1, needs="legal", city="berlin"))
    after = before.followed_by([row(1, needs="food", city="berlin")])
    assert after.codes[Kind.CITY] is before.codes[Kind.CITY]
    assert after.codes[Kind.NEEDS] is not before.codes[Kind.NEEDS]


def test_a_listing_that_is_not_known_has_no_row() -> None:
    snapshot = columns(row(5), row(3))
    assert snapshot.rows(np.array([3, 4, 999, 5])).tolist() == [1, 0]
    assert snapshot.holding(np.array([3, 999])).tolist() == [False, True]
    assert snapshot.rows(np.zeros(0, dtype=np.int64)).tolist() == []


@pytest.mark.parametrize(
    ("facts", "is_shown"),
    [
        ({}, True),
        ({"hidden_on": TODAY}, False),
        ({"hidden_on": TODAY + 1}, True),
        ({"hidden_on": 0}, False),
        ({"shown_from": TODAY}, True),
        ({"shown_from": TODAY + 1}, False),
        ({"expires_at": int(NOON.timestamp()) * 1_000_000}, False),
        ({"expires_at": int(NOON.timestamp()) * 1_000_000 + 1}, True),
    ],
)
def test_what_is_overdue_paused_or_expired_is_not_shown(facts: dict, *, is_shown: bool) -> None:
    assert columns(row(1, **facts)).shown(NOON).tolist() == [is_shown]


def test_the_clock_alone_shows_and_hides() -> None:
    pauses = columns(row(1, shown_from=TODAY + 2), row(2, hidden_on=TODAY + 2))
    shown = [pauses.shown(NOON + timedelta(days=days)).tolist() for days in (0, 2)]
    assert shown == [[False, True], [True, False]]


def test_a_text_of_its_own_makes_a_listing_readable() -> None:
    snapshot = columns(row(1, readable_in="de fa"), row(2, readable_in="de"))
    assert snapshot.readable_in("fa").tolist() == [True, False]
    assert snapshot.readable_in("fr").tolist() == [False, False]
