"""Phrases found in a query by one walk through a tree of word forms."""

import pytest

from search.query import Kind
from search.understanding.lexicon import Entry, Lexicon, Match, Role, Sense, Tree
from search.understanding.tokens import AS_WRITTEN, STEM, WITHOUT_CLITIC, tokens_of
from tests.search.understanding.small_world import (
    ASYLUM,
    BERLIN,
    CERTIFICATES,
    COUNSELLING,
    ESSEN,
    FOOD,
    FREIBURG,
    HOUSING,
    LEGAL,
    PERSIAN,
    VIENNA,
    WOMEN,
    lexicon,
)

SMALL = lexicon()


def found(text: str, known: Lexicon = SMALL) -> list[Match]:
    return known.matches(tokens_of(text))


def senses(text: str, known: Lexicon = SMALL) -> set[Sense]:
    return {sense for match in found(text, known) for sense in match.senses}


def knowing(phrase: str, language: str, sense: Sense, **how: object) -> Lexicon:
    return Lexicon([Tree([Entry(phrase, language, sense, **how)])])


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("lawyer", LEGAL),
        ("LAWYERS", LEGAL),
        ("Anwalts", LEGAL),
        ("avocats", LEGAL),
        ("وکیلان", LEGAL),
        ("وکیلم", LEGAL),
        ("محامي", LEGAL),
        ("للمحامي", LEGAL),
        ("والسكن", HOUSING),
        ("خانه‌هایشان", HOUSING),
        ("روانشناس", COUNSELLING),
        ("روان‌شناس", COUNSELLING),
        ("birth certificates", CERTIFICATES),
        ("somebody to talk to", COUNSELLING),
        ("somebody talk", COUNSELLING),
        ("ببرلين", BERLIN),
        ("Freiburg Breisgau", FREIBURG),
        ("for women", WOMEN),
    ],
)
def test_a_phrase_is_known_in_the_forms_in_which_people_write_it(text: str, sense: Sense) -> None:
    assert sense in senses(text)


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("law", LEGAL),
        ("birth", CERTIFICATES),
        ("certificate of birth", CERTIFICATES),
        ("birth, certificate", CERTIFICATES),
        ("birth blorf certificate", CERTIFICATES),
        ("روان، شناس", COUNSELLING),
        ("somebody", COUNSELLING),
        ("women", WOMEN),
    ],
)
def test_less_of_a_phrase_another_order_or_a_comma_within_is_not_it(text: str, sense: Sense) -> None:
    assert sense not in senses(text)


def test_little_words_may_stand_within_a_phrase_but_are_no_part_of_it() -> None:
    [match] = [match for match in found("birth and the certificate") if CERTIFICATES in match.senses]
    assert (match.begins, match.ends, match.covered) == (0, 4, (0, 3))


def test_no_match_ends_with_a_little_word_that_it_does_not_need() -> None:
    assert {match.ends for match in found("lawyer and the")} == {1}


@pytest.mark.parametrize(
    ("text", "distance"),
    [("lawyer", AS_WRITTEN), ("بوکیل", WITHOUT_CLITIC), ("lawyers", STEM), ("وکیلان", STEM)],
)
def test_a_match_says_how_far_it_is_from_what_was_written(text: str, distance: int) -> None:
    assert {match.distance for match in found(text) if LEGAL in match.senses} == {distance}


def test_a_form_that_only_the_phrase_has_is_as_far() -> None:
    assert [match.distance for match in found("lawyer", knowing("lawyers", "en", LEGAL))] == [STEM]
    assert [match.distance for match in found("محامي", knowing("المحامي", "ar", LEGAL))] == [WITHOUT_CLITIC]


@pytest.mark.parametrize("phrase", ["روان شناس", "روانشناس", "روان‌شناس"])
@pytest.mark.parametrize("text", ["وکیل روان شناس", "وکیل روان‌شناس", "وکیل روانشناس"])
def test_persian_words_are_the_same_apart_together_and_with_a_thin_break(phrase: str, text: str) -> None:
    [match] = found(text, knowing(phrase, "fa", COUNSELLING))
    length = len(tokens_of(text))
    assert (match.covered, match.ends) == (tuple(range(1, length)), length)


def test_a_comma_parts_what_would_be_one_word() -> None:
    assert found("روان، شناس", knowing("روانشناس", "fa", COUNSELLING)) == []


def test_one_word_may_mean_several_things() -> None:
    assert {FOOD, ESSEN} <= senses("Essen")


def test_of_several_ways_to_read_a_word_only_the_nearest_counts() -> None:
    clothes, cloth = Sense(Kind.NEEDS, "clothing"), Sense(Kind.NEEDS, "sewing")
    known = Lexicon([Tree([Entry("clothes", "en", clothes), Entry("cloth", "en", cloth)])])
    assert [match.senses for match in found("clothes", known)] == [(clothes,)]


def test_a_name_is_no_form_of_another_word() -> None:
    place = Sense(Kind.CITY, "tours")
    assert senses("tour", knowing("Tours", "fr", place, is_name=True)) == set()
    assert senses("tour", knowing("Tours", "fr", place)) == {place}


def test_what_says_nothing_is_left_out_only_as_an_editor_wrote_it() -> None:
    assert senses("Morges", knowing("morgen", "de", Sense(Role.NOTHING))) == set()
    assert senses("Morgen", knowing("morgen", "de", Sense(Role.NOTHING))) == {Sense(Role.NOTHING)}


def test_a_name_that_only_other_languages_use_is_less_likely_meant() -> None:
    elsewhere = Sense(Kind.CITY, "elsewhere")
    trees = [
        Tree([Entry("Wien", "de", VIENNA, is_name=True)]),
        Tree([Entry("Wien", "en", elsewhere, is_name=True, doubt=1)]),
    ]
    assert senses("Wien", Lexicon(trees)) == {VIENNA}


def test_a_persian_phrase_is_known_by_the_roots_of_its_verbs_and_a_place_is_not() -> None:
    sleepless = knowing("نمی‌خوابم", "fa", COUNSELLING)
    assert senses("نخوابیدم", sleepless) == set()
    assert senses("نمیخوابم", knowing("نمیخوابم", "fa", COUNSELLING)) == {COUNSELLING}
    assert senses("میخوابیدم", knowing("نمیخوابم", "fa", COUNSELLING)) == {COUNSELLING}
    assert senses("میخوابیدم", knowing("نمیخوابم", "fa", BERLIN, is_name=True)) == set()


def test_an_arabic_phrase_is_known_without_its_article_and_a_name_unstemmed() -> None:
    assert senses("محاميين", knowing("المحامي", "ar", LEGAL)) == {LEGAL}
    assert senses("رياض", knowing("الرياض", "ar", BERLIN, is_name=True)) == {BERLIN}
    # "Do you have" has the stem of Dari's name.
    assert senses("دارید", knowing("الدارية", "ar", PERSIAN, is_name=True)) == set()
    assert senses("دارید", knowing("الدارية", "ar", PERSIAN)) == {PERSIAN}


def test_the_stem_of_a_language_s_arabic_name_keeps_its_first_letter() -> None:
    """Of البشتو, Pashto, the stemmer leaves what is winter too."""
    pashto = knowing("البشتو", "ar", PERSIAN)
    assert senses("شتوية", pashto) == set()
    assert senses("بالبشتو", pashto) == senses("بشتو", pashto) == {PERSIAN}
    assert senses("بالعربي", knowing("العربية", "ar", PERSIAN)) == {PERSIAN}


def test_a_slip_means_the_word_of_most_phrases_that_is_one_edit_away() -> None:
    known = Lexicon([Tree([Entry(text, "en", LEGAL) for text in ("house rent", "house deposit", "horse")])])
    assert known.meant_by("hoqse") == "house"
    assert known.meant_by("blorf") == "blorf"


@pytest.mark.parametrize(("slip", "meant"), [("وکبل", "وکیل"), ("فارسس", "فارسی"), ("مجانب", "مجانی")])
def test_a_slip_is_understood_in_the_letters_of_its_script(slip: str, meant: str) -> None:
    assert SMALL.meant_by(slip) == meant


def test_a_word_is_held_in_any_form_and_written_only_as_it_stands() -> None:
    assert SMALL.holds("lawyers")
    assert not SMALL.writes("lawyers")
    assert SMALL.writes("lawyer")
    assert not SMALL.holds("blorf")


def test_a_word_by_itself_means_what_is_nearest_to_it() -> None:
    assert SMALL.single("essen") == {FOOD, ESSEN}
    assert SMALL.single("lawyers") == {LEGAL}
    both = Lexicon([Tree([Entry("clothes", "en", HOUSING)]), Tree([Entry("cloth", "en", FOOD)])])
    assert both.single("clothes") == {HOUSING}
    assert SMALL.single("asylum") == set()
    assert ASYLUM in SMALL.single("asyl")
