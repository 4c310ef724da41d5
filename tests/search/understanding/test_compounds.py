"""German writes several words as one."""

import pytest

from search.query import Kind
from search.understanding.compounds import compounds
from search.understanding.lexicon import Entry, Sense
from search.understanding.tokens import tokens_of
from tests.search.understanding.small_world import (
    ASYLUM,
    FOOD,
    GERMAN,
    LEGAL,
    PERSIAN,
    WOMEN,
    lexicon,
)

COURSE, HOUSING, FAMILY = (Sense(Kind.NEEDS, slug) for slug in ("language-courses", "housing", "family-law"))
SMALL = lexicon(
    Entry("Kurs", "de", COURSE),
    Entry("Frauen", "de", WOMEN),
    Entry("Hilfe", "de", LEGAL),
    Entry("Neu", "de", FOOD),
    Entry("Miete", "de", HOUSING),
    Entry("Ehe", "de", FAMILY),
    Entry("Amt", "de", LEGAL),
)


def meant(text: str, known: set[int] = frozenset()) -> list[set[Sense]]:
    return [set(match.senses) for match in compounds(tokens_of(text), SMALL, known)]


@pytest.mark.parametrize(
    ("word", "senses"),
    [
        ("Asylanwalt", {ASYLUM}),
        ("Asylanwälte", {ASYLUM}),
        ("Deutschkurs", {GERMAN, COURSE}),
        ("Deutschkurse", {GERMAN, COURSE}),
        ("Frauenanwalt", {WOMEN, LEGAL}),
        ("persischsprachig", {PERSIAN}),
        ("persischsprachige", {PERSIAN}),
    ],
)
def test_a_word_made_of_two_known_ones_means_both(word: str, senses: set) -> None:
    assert meant(word) == [senses]


def test_a_word_that_is_also_a_town_is_none_within_another_word() -> None:
    """Essen is food and a city, Essenshilfe only the one."""
    assert meant("Essenshilfe") == [{FOOD, LEGAL}]


def test_of_a_need_and_a_broader_one_the_narrower_is_meant() -> None:
    assert meant("Asylanwalt") == [{ASYLUM}]
    assert meant("Mietanwalt") == [{HOUSING, LEGAL}]


@pytest.mark.parametrize("word", ["Neuhamburg", "Hamburghilfe", "Berlinanwalt", "Anwaltberlin"])
def test_names_of_places_are_parts_of_other_names(word: str) -> None:
    assert meant(word) == []


@pytest.mark.parametrize(
    "word", ["Blorfanwalt", "Asylblorf", "Anwaltschaft", "Asy", "وکیلفارسی", "Asylxanwalt"]
)
def test_half_a_word_that_is_known_is_not_enough(word: str) -> None:
    assert meant(word) == []


@pytest.mark.parametrize("word", ["Eheanwalt", "Asylamt"])
def test_three_letters_within_a_word_stand_there_by_chance(word: str) -> None:
    assert meant(word) == []


def test_a_word_that_is_known_itself_is_not_taken_apart() -> None:
    assert meant("Asylanwalt", known={0}) == []
    assert meant("Anwalt Asylanwalt", known={0}) == [{ASYLUM}]


def test_all_of_it_is_meant_at_once() -> None:
    [match] = compounds(tokens_of("guter Deutschkurs Berlin"), SMALL, ())
    assert match.is_all_meant
    assert (match.begins, match.ends, match.covered) == (1, 2, (1,))
