"""Persian names as they are written without the letters that Persian has and Arabic has not."""

import pytest

from search.understanding.keyboards import without_persian_letters


@pytest.mark.parametrize(
    ("persian", "written"),
    [
        ("پاساو", "باساو"),
        ("هامبورگ", "هامبورغ"),
        ("هامبورگ", "هامبورک"),
        ("گلاسگو", "گلاسکو"),
        ("گلاسگو", "غلاسغو"),
        ("پاریس", "باریس"),
        ("چمنیتس", "جمنیتس"),
        ("ژنو", "زنو"),
        ("گرتس پیگنیتس", "غرتس بیغنیتس"),
    ],
)
def test_the_letters_are_exchanged_for_those_that_arabic_has(persian: str, written: str) -> None:
    assert written in without_persian_letters(persian)


@pytest.mark.parametrize("name", ["برلین", "وین", "Passau", ""])
def test_a_name_without_such_letters_has_no_other_spelling(name: str) -> None:
    assert list(without_persian_letters(name)) == []


def test_the_name_itself_is_none_of_them_and_no_name_has_too_many() -> None:
    spellings = list(without_persian_letters("گپگپگپگپ"))
    assert "گپگپگپگپ" not in spellings
    assert len(spellings) == len(set(spellings)) < 30
