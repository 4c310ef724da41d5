"""Whether what somebody wrote is the name of a listing or an organization."""

import pytest

from search.called import is_called

CARD = {
    "name": {"de": "Frauenhaus Morgenlicht", "fa": "خانه زنان مورگن‌لیشت"},
    "organization": "Kanzlei Weidenhof",
}


@pytest.mark.parametrize(
    "text",
    [
        "Frauenhaus Morgenlicht",
        "frauenhaus morgenlicht",
        "Morgenlicht Frauenhaus",
        "kanzlei weidenhof",
        "Die Kanzlei Weidenhof",
        "خانه زنان مورگن‌لیشت",
        "خانه زنان",
    ],
)
def test_most_of_a_name_in_any_order_and_spelling_is_that_name(text: str) -> None:
    assert is_called(text, CARD)


@pytest.mark.parametrize(
    "text",
    [
        "Morgenlicht",
        "Kanzlei",
        "Frauenhaus Abendlicht",
        "Frauenhaus Morgenlicht Berlin",
        "Frauenhaus Weidenhof",
        "خانه",
        "…",
        "",
    ],
)
def test_a_part_of_a_name_another_word_beside_it_or_parts_of_two_are_not(text: str) -> None:
    assert not is_called(text, CARD)


def test_one_word_is_a_name_where_it_is_all_of_one() -> None:
    assert is_called("Lichtblick", {"name": {"de": "Lichtblick"}, "organization": "Verein für alle"})
    assert is_called("lichtblicks", {"name": {"de": "Verein"}, "organization": "Lichtblick"})


def test_two_words_are_too_little_of_a_long_name() -> None:
    card = {"name": {"de": "Verein gegen Gewalt Zwang Armut Hunger"}, "organization": "Verein"}
    assert is_called("verein gewalt zwang", card)
    assert not is_called("verein gewalt", card)
