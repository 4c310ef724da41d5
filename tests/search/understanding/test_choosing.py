"""Of all phrases that stand in a query, those that explain most of it, none of them over another."""

import pytest

from search.understanding.choosing import likeliest
from search.understanding.lexicon import Match, Sense
from search.understanding.tokens import AS_WRITTEN, STEM, tokens_of
from tests.search.understanding.small_world import (
    ASYLUM,
    BERLIN,
    CERTIFICATES,
    FREE,
    LEGAL,
    NOT_HERE,
    NOTHING,
    PERSIAN,
    WOMEN,
    lexicon,
)

SMALL = lexicon()


def match(begins: int, ends: int, *senses: Sense, distance: int = AS_WRITTEN) -> Match:
    return Match(begins, ends, tuple(range(begins, ends)), senses, distance)


def chosen(text: str) -> list[tuple[Sense, ...]]:
    tokens = tokens_of(text)
    return [each.senses for each in likeliest(SMALL.matches(tokens), len(tokens))]


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("asylum lawyer", [(ASYLUM,)]),
        ("birth certificate", [(CERTIFICATES,)]),
        ("lawyer Berlin", [(LEGAL,), (BERLIN,)]),
        ("blorf", []),
        ("", []),
    ],
)
def test_the_longest_phrase_wins_over_its_parts(text: str, senses: list) -> None:
    assert chosen(text) == senses


def test_two_phrases_that_share_a_word_are_not_both_meant() -> None:
    """Which one is decided by how much of the query both sides explain."""
    left, right, rest = match(0, 2, LEGAL), match(1, 3, ASYLUM), match(2, 3, BERLIN)
    assert likeliest([left, right, rest], 3) == (left, rest)


def test_three_words_together_outweigh_two_and_one() -> None:
    whole, first, last = match(0, 3, ASYLUM), match(0, 2, LEGAL), match(2, 3, BERLIN)
    assert likeliest([first, last, whole], 3) == (whole,)


def test_a_choice_outweighs_what_only_stands_around_it() -> None:
    choice, around = match(0, 2, LEGAL), match(1, 3, NOTHING)
    assert likeliest([around, choice], 3) == (choice,)
    choice, around = match(1, 3, LEGAL), match(0, 2, NOTHING)
    assert likeliest([around, choice], 3) == (choice,)


def test_what_is_not_here_weighs_as_much_as_what_is() -> None:
    pizza, around = match(0, 2, NOT_HERE), match(1, 3, NOTHING)
    assert likeliest([around, pizza], 3) == (pizza,)


def test_of_equally_long_readings_the_one_nearest_to_what_is_written_wins() -> None:
    near, far = match(0, 1, LEGAL), match(0, 1, ASYLUM, distance=STEM)
    assert likeliest([far, near], 1) == likeliest([near, far], 1) == (near,)
    one, other = match(0, 2, LEGAL, distance=STEM), match(1, 3, ASYLUM)
    assert likeliest([one, other], 3) == (other,)


def test_a_needs_phrase_that_says_more_is_read_word_by_word() -> None:
    whole, lawyer, free = match(0, 2, LEGAL), match(0, 1, LEGAL), match(1, 2, FREE)
    assert likeliest([whole, lawyer, free], 2) == (lawyer, free)
    persian = match(1, 2, PERSIAN)
    assert likeliest([whole, lawyer, persian], 2) == (lawyer, persian)


def test_it_stays_a_phrase_where_its_words_alone_would_lose_the_need() -> None:
    whole, law, free = match(0, 2, ASYLUM), match(0, 1, LEGAL), match(1, 2, FREE)
    assert likeliest([whole, law, free], 2) == (whole,)


def test_it_stays_a_phrase_where_one_of_its_words_would_say_nothing() -> None:
    whole, lawyer, free = match(0, 3, LEGAL), match(0, 1, LEGAL), match(1, 2, FREE)
    assert likeliest([whole, lawyer, free], 3) == (whole,)


def test_it_stays_a_phrase_where_its_words_are_farther_from_what_is_written() -> None:
    """ "Bring my family here" is written so; "for families" is only a form of one of its words."""
    whole, law, families = match(0, 2, LEGAL), match(0, 1, LEGAL), match(1, 2, WOMEN, distance=STEM)
    assert likeliest([whole, law, families], 2) == (whole,)


def test_little_words_within_a_phrase_count_as_its_own() -> None:
    """ "Foyer pour femmes" is one thing, and not a home, "for women"."""
    whole = Match(0, 3, (0, 2), (LEGAL,), AS_WRITTEN)
    home, women = match(0, 1, ASYLUM), match(1, 3, WOMEN)
    assert likeliest([home, women, whole], 3) == (whole,)
    inflected = Match(0, 3, (0, 2), (LEGAL,), STEM)
    assert likeliest([home, women, inflected], 3) == (home, women)


def test_only_a_need_s_phrase_is_read_word_by_word() -> None:
    whole, persian, free = match(0, 2, PERSIAN), match(0, 1, PERSIAN), match(1, 2, FREE)
    assert likeliest([whole, persian, free], 2) == (whole,)


def test_two_needs_are_not_more_than_one_phrase() -> None:
    whole, first, second = match(0, 2, LEGAL), match(0, 1, LEGAL), match(1, 2, ASYLUM)
    assert likeliest([whole, first, second], 2) == (whole,)
