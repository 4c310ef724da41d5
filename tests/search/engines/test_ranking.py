"""In which order the found rows come: always one and the same."""

import numpy as np
import pytest

from search.engines.columns import Columns
from search.engines.matching import Match
from search.engines.ranking import CALLED_SO, READABLE, best_first
from search.engines.selection import Selection
from search.query import Order, Point, Query
from tests.search.engines.small_index import NOON, TODAY, columns, row


def ranked(
    snapshot: Columns,
    scores: list[float] | None = None,
    named: tuple[int, ...] = (),
    origin: Point | None = None,
    **asked: object,
) -> list[int]:
    query = Query(**asked)
    match = None
    if scores is not None:
        called = np.array([number in named for number in range(len(scores))])
        match = Match(np.ones(len(scores), dtype=bool), np.array(scores, dtype=np.float32), called)
    selection = Selection(snapshot, query, NOON, None, origin)
    ranking = best_first(snapshot, query, selection, match)
    return snapshot.ids[ranking.page(1, 100)].tolist()


def test_what_was_checked_last_comes_first_among_equals_then_the_oldest_listing() -> None:
    snapshot = columns(
        row(9, verified_on=TODAY - 5), row(4, verified_on=TODAY - 1), row(2, verified_on=TODAY - 5)
    )
    assert ranked(snapshot) == [4, 2, 9]
    assert ranked(snapshot, order=Order.RECENT) == [4, 2, 9]


def test_what_was_never_checked_comes_last() -> None:
    assert ranked(columns(row(1, verified_on=0), row(2, verified_on=TODAY - 3_000))) == [2, 1]


def test_the_better_score_comes_first_whenever_it_was_checked() -> None:
    snapshot = columns(row(1, verified_on=TODAY), row(2, verified_on=TODAY - 300))
    assert ranked(snapshot, [1.0, 1.01]) == [2, 1]
    assert ranked(snapshot, [1.0, 1.01], order=Order.RECENT) == [1, 2]


def test_what_the_reader_can_read_counts_four_times() -> None:
    snapshot = columns(row(1, readable_in="de"), row(2, readable_in="fa"))
    assert ranked(snapshot, language="fa") == [2, 1]
    assert ranked(snapshot, [7.9, 2.0], language="fa") == [2, 1]
    assert ranked(snapshot, [8.1, 2.0], language="fa") == [1, 2]


def test_what_is_called_so_comes_before_every_score() -> None:
    snapshot = columns(row(1, readable_in="en"), row(2), row(3))
    assert ranked(snapshot, [CALLED_SO / READABLE - 1, 0.0, 0.1], named=(1,)) == [2, 1, 3]


def test_the_nearest_comes_first_and_what_has_no_place_last() -> None:
    snapshot = columns(
        row(1), row(2, points="53.6,10.0"), row(3, points="53.551,9.994 0,0"), row(4, points="0,0")
    )
    hamburg = Point(53.551, 9.994)
    assert ranked(snapshot, order=Order.NEAREST, origin=hamburg) == [3, 2, 4, 1]
    # Nearest to nothing is no order.
    assert ranked(snapshot, [1, 2, 3, 4], order=Order.NEAREST) == [4, 3, 2, 1]


def test_twenty_metres_are_told_apart_and_on_the_other_side_of_the_globe_is_still_a_place() -> None:
    snapshot = columns(
        row(1, points="-53.5,-170"), row(2, points="53.5000,10.0008"), row(3, points="53.5,10.0003")
    )
    assert ranked(snapshot, order=Order.NEAREST, origin=Point(53.5, 10.0)) == [3, 2, 1]


@pytest.mark.parametrize("size", [1, 3, 7, 10, 40])
def test_pages_follow_each_other_without_gap_or_repeat(size: int) -> None:
    many = columns(*(row(number, verified_on=TODAY - number % 4) for number in range(1, 24)))
    selection = Selection(many, Query(), NOON, None, None)
    ranking = best_first(many, Query(), selection, None)
    pages = [many.ids[ranking.page(number, size)].tolist() for number in range(1, 26)]
    assert [listing for page in pages for listing in page] == ranked(many)
    assert all(len(page) <= size for page in pages)


def test_scores_beyond_any_bound_do_not_turn_the_order_around() -> None:
    assert ranked(columns(row(1), row(2)), [1e6, 2.0]) == [1, 2]
