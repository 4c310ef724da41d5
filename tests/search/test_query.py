"""What somebody looks for, as one frozen value."""

import pytest

from search.query import YES, Kind, Order, Point, Query

ASKED = Query(text="lawyer", words=("lawyer",), needs=("legal",), city=("berlin",), free=True, page=4)


def test_a_choice_is_added_and_taken_away_from_the_first_page() -> None:
    more = ASKED.choosing(Kind.NEEDS, "food")
    assert (more.needs, more.page) == (("food", "legal"), 1)
    assert more.without(Kind.NEEDS, "food") == ASKED.on_page(1)
    assert more.without(Kind.NEEDS).needs == ()
    assert ASKED.choosing(Kind.NEEDS, "legal").needs == ("legal",)


def test_a_tick_is_a_choice_with_one_value() -> None:
    assert Query().choosing(Kind.OPEN_NOW, YES) == Query(open_now=True)
    assert ASKED.chosen(Kind.FREE) == (YES,)
    assert ASKED.without(Kind.FREE).chosen(Kind.FREE) == ()


def test_all_choices_are_told_in_one_order() -> None:
    assert ASKED.choices() == [(Kind.CITY, "berlin"), (Kind.NEEDS, "legal"), (Kind.FREE, YES)]
    assert Query().choices() == []


@pytest.mark.parametrize(
    ("query", "is_empty", "is_words_alone"),
    [
        (Query(), True, False),
        (Query(language="fa", page=3), True, False),
        (Query(text="lawyer"), False, True),
        (Query(text="lawyer", words=("lawyer",), language="fa"), False, True),
        (Query(text="lawyer", page=2), False, False),
        (Query(text="lawyer", needs=("legal",)), False, False),
        (Query(text="lawyer", order=Order.RECENT), False, False),
        (Query(near=Point(1, 2)), False, False),
        (Query(open_now=True), False, False),
    ],
)
def test_nothing_at_all_words_alone_and_choices_by_hand_are_told_apart(
    query: Query, *, is_empty: bool, is_words_alone: bool
) -> None:
    assert (query.is_empty, query.is_words_alone) == (is_empty, is_words_alone)


def test_words_are_taken_literally_once_and_from_the_first_page() -> None:
    literal = ASKED.taking_literally("Essen").taking_literally("Essen")
    assert (literal.words, literal.page) == (("Essen", "lawyer"), 1)


def test_without_text_nothing_is_left_of_the_words_and_all_of_the_choices() -> None:
    assert ASKED.without_text() == Query(needs=("legal",), city=("berlin",), free=True)


def test_without_a_place_nothing_is_near_and_nothing_nearest() -> None:
    placed = Query(
        text="a", city=("berlin",), country=("DE",), near=Point(1, 2), radius_km=5, order=Order.NEAREST
    )
    assert placed.without_place() == Query(text="a", country=("DE",))


def test_another_order_begins_with_the_first_page() -> None:
    assert (ASKED.ordered(Order.RECENT).order, ASKED.ordered(Order.RECENT).page) == (Order.RECENT, 1)
