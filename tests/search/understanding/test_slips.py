"""Slips of the finger in words that mean something."""

import pytest

from search.understanding.lexicon import Entry
from search.understanding.slips import without_slips
from search.understanding.tokens import tokens_of
from tests.search.understanding.small_world import LEGAL, lexicon

SMALL = lexicon()


def read(text: str, *written: str, fixed: tuple[int, ...] = ()) -> list[str]:
    tokens = without_slips(tokens_of(text), fixed, SMALL, lambda word: word in written)
    return [token.word for token in tokens]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("lawyyer", "lawyer"),
        ("laywer", "lawyer"),
        ("awocat", "avocat"),
        ("anwallt", "anwalt"),
        ("رایگتن", "رایگان"),
        ("برلبن", "برلین"),
        ("hambrug", "hamburg"),
    ],
)
def test_a_word_nobody_knows_is_the_one_that_is_an_edit_away(slip: str, meant: str) -> None:
    assert read(slip) == [meant]


def test_the_place_in_the_text_stays_that_of_what_was_written() -> None:
    [token] = without_slips(tokens_of("  laywer!"), (), SMALL, lambda _word: False)
    assert (token.word, token.begins, token.ends) == ("lawyer", 2, 8)


def test_a_word_that_listings_write_or_a_phrase_knows_is_no_slip() -> None:
    assert read("laywer", "laywer") == ["laywer"]
    assert read("lawyers") == ["lawyers"]


def test_a_short_word_a_number_and_a_word_that_holds_a_sentence_together_are_none() -> None:
    assert read("asyk") == ["asyk"]
    assert read("b3rlin") == ["b3rlin"]
    theme = lexicon(Entry("theme", "en", LEGAL))
    assert [token.word for token in without_slips(tokens_of("there"), (), theme, lambda _word: False)] == [
        "there"
    ]


def test_what_is_to_be_taken_as_it_stands_is_none() -> None:
    assert read("laywer hambrug", fixed=(0,)) == ["laywer", "hamburg"]


def test_where_nothing_is_near_the_word_stays() -> None:
    assert read("xylophone") == ["xylophone"]


def test_so_many_slips_are_no_slips() -> None:
    """Each look takes time; whoever writes nothing that anybody knows writes another language."""
    assert read(" ".join(["laywer"] * 6)) == ["lawyer"] * 4 + ["laywer"] * 2
