"""The ways to ask for less."""

import pytest

from search.engines.relaxing import with_less_text, without_each_kind
from search.query import Kind, Query


def test_each_kind_that_was_chosen_is_left_out_once_and_nothing_else_is_touched() -> None:
    asked = Query(text="lawyer", needs=("food", "legal"), city=("berlin",), free=True, page=3)
    wider = without_each_kind(asked)
    assert list(wider) == [Kind.CITY, Kind.NEEDS, Kind.FREE]
    assert wider[Kind.NEEDS] == Query(text="lawyer", city=("berlin",), free=True)
    assert wider[Kind.FREE] == Query(text="lawyer", needs=("food", "legal"), city=("berlin",))


def test_nothing_chosen_leaves_nothing_to_give_up() -> None:
    assert without_each_kind(Query(text="lawyer")) == {}


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("", []),
        ("lawyer", [""]),
        ("asylum lawyer", ["lawyer", "asylum", ""]),
        ("وکیل فارسی برلین", ["فارسی برلین", "وکیل برلین", "وکیل فارسی", ""]),
        ("so so", ["so", ""]),
        ("one two three four five six seven eight nine", [""]),
    ],
)
def test_each_word_is_left_out_in_turn_and_a_long_text_as_a_whole(text: str, shorter: list[str]) -> None:
    assert [query.text for query in with_less_text(Query(text=text))] == shorter


def test_a_shorter_text_is_asked_from_the_first_page_with_all_that_was_chosen() -> None:
    [less] = with_less_text(Query(text="lawyer", needs=("legal",), page=4))
    assert less == Query(text="", needs=("legal",))
