"""One meaning for words that have several, from what stands beside them."""

import pytest

from search.query import Kind
from search.understanding.choosing import likeliest
from search.understanding.deciding import decide
from search.understanding.lexicon import Entry, Lexicon, Match, Sense
from search.understanding.tokens import tokens_of
from tests.search.understanding.small_world import (
    BERLIN,
    ESSEN,
    FOOD,
    FREE,
    GERMAN,
    GERMANY,
    HAMBURG,
    LEGAL,
    PERSIAN,
    SINGAPORE,
    SINGAPORE_CITY,
    VIENNA,
    WOMEN,
    lexicon,
)

SMALL = lexicon()


def decided(text: str, known: Lexicon = SMALL) -> dict[str, set[Sense]]:
    """What words were decided to mean, by the words; nothing where they only stand around others."""
    tokens = tokens_of(text)
    found = decide(tokens, likeliest(known.matches(tokens), len(tokens)))
    return {" ".join(tokens[place].word for place in each.covered): set(each.senses) for each in found}


def meant(text: str, known: Lexicon = SMALL) -> set[Sense]:
    return set().union(*decided(text, known).values())


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("Anwalt Essen", {LEGAL, ESSEN}),
        ("in Essen", {ESSEN}),
        ("Anwalt in Essen", {LEGAL, ESSEN}),
        ("Essen Berlin", {FOOD, BERLIN}),
        ("Essen in Berlin", {FOOD, BERLIN}),
        ("Essen Germany", {FOOD, GERMANY}),
        ("Essen", set()),
    ],
)
def test_a_word_that_is_a_need_and_a_city_is_what_nothing_else_names(text: str, senses: set) -> None:
    assert meant(text) == senses


@pytest.mark.parametrize("text", ["speaking Persian", "Persian speaking", "زبان فارسی", "فارسی زبان"])
def test_a_language_and_what_stands_beside_it_are_one(text: str) -> None:
    assert list(decided(text).values()) == [{PERSIAN}]
    assert len(next(iter(decided(text))).split()) == 2


def test_what_stands_beside_a_language_takes_the_place_of_its_other_meanings() -> None:
    course = Sense(Kind.NEEDS, "language-courses")
    known = lexicon(Entry("Deutsch", "de", course))
    assert meant("speaking Deutsch", known) == {GERMAN}
    assert meant("Anwalt Deutsch", known) == {LEGAL, GERMAN}
    assert meant("Deutsch", known) == set()


def test_what_stands_beside_a_language_changes_nothing_else() -> None:
    assert meant("lawyer speaking") == {LEGAL}
    assert list(decided("morgen Persian in Berlin")) == ["persian", "berlin", "morgen", "in"]


def test_a_city_that_is_a_country_is_the_country() -> None:
    known = lexicon(
        Entry("Singapore", "en", SINGAPORE, is_name=True),
        Entry("Singapore", "en", SINGAPORE_CITY, is_name=True),
    )
    assert meant("lawyer Singapore", known) == {LEGAL, SINGAPORE}


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("وکیل وین", {LEGAL, VIENNA}),
        ("در وین", {VIENNA}),
        ("وين المحامي", {LEGAL}),
        ("المحامي وين برلين", {LEGAL, BERLIN}),
        ("وين", {VIENNA}),
    ],
)
def test_a_little_word_that_is_a_city_elsewhere_asks_where(text: str, senses: set) -> None:
    """In Arabic وين is "where", in Persian Vienna: before other words or beside another city it asks."""
    assert meant(text) == senses


def test_a_word_that_holds_sentences_together_is_no_form_of_a_name() -> None:
    """کردن is "to do", and no Kurdish."""
    kurdish = Sense(Kind.LANGUAGES, "ku")
    known = lexicon(Entry("کردی", "fa", kurdish))
    assert meant("وکیل کردن", known) == {LEGAL}
    assert meant("وکیل کردی", known) == meant("وکیل بکردی", known) == {LEGAL, kurdish}


def test_a_word_of_two_letters_is_hardly_a_city() -> None:
    known = lexicon(Entry("Au", "de", HAMBURG, is_name=True))
    assert meant("lawyer Au", known) == {LEGAL}
    assert meant("lawyer in Au", known) == {LEGAL, HAMBURG}


def test_what_a_word_asks_for_beside_a_need_is_understood_though_it_is_a_need_too() -> None:
    """ "Free" is a tick and the name of some need: what the need leaves open is meant."""
    known = lexicon(Entry("free", "en", Sense(Kind.NEEDS, "prisoners")))
    assert FREE in meant("lawyer free", known)
    assert Sense(Kind.NEEDS, "prisoners") not in meant("lawyer free", known)


def test_words_that_mean_two_needs_mean_both() -> None:
    trauma = Sense(Kind.NEEDS, "trauma-therapy")
    known = lexicon(Entry("lawyer", "en", trauma))
    assert meant("lawyer", known) == {LEGAL, trauma}


def test_what_only_stands_around_is_taken_off_and_means_nothing() -> None:
    found = decided("I am looking for lawyer in Berlin")
    assert found["lawyer"] == {LEGAL}
    assert found["in"] == set()
    assert all(not senses for words, senses in found.items() if "looking" in words)


def test_a_marker_that_a_language_took_is_not_taken_off_again() -> None:
    covered = [words for words in decided("lawyer speaking Persian") if "speaking" in words]
    assert covered == ["speaking persian"]


def test_a_word_made_of_two_means_both_at_once() -> None:
    tokens = tokens_of("Frauenanwalt")
    both = Match(0, 1, (0,), (WOMEN, LEGAL), 0, is_all_meant=True)
    assert [set(each.senses) for each in decide(tokens, [both])] == [{WOMEN, LEGAL}]
    either = Match(0, 1, (0,), (ESSEN, LEGAL), 0)
    assert decide(tokens, [either]) == []
