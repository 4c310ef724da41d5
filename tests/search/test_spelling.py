from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.spelling import LONGEST, MOST_NEAR, SHORTEST_FORGIVEN, SHORTEST_MEANT, Dictionary, forgiving
from search.text import query_terms

WORDS = st.text(alphabet="abcd", min_size=1, max_size=7) | st.text(alphabet="وکیل", min_size=1, max_size=7)


def near(asked: str, *known: str) -> list[str]:
    """What is forgiven in the first word that is asked."""
    return list(forgiving(query_terms(asked)[0], Dictionary(dict.fromkeys(known, 1)), "en").near)


def is_one_edit_away(one: str, other: str) -> bool:
    """Read from the definition: what stays when the equal beginnings and ends are taken away."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return (len(one) <= 1 and len(other) <= 1) if len(one) != 2 else one == other[::-1]


@given(word=WORDS, known=st.sets(WORDS, max_size=60))
def test_exactly_the_words_one_edit_away_are_near(word: str, known: set[str]) -> None:
    found = Dictionary(dict.fromkeys(known, 1)).near(word)
    expected = {
        other
        for other in known - {word}
        if len(word) >= SHORTEST_FORGIVEN and len(other) >= SHORTEST_MEANT and is_one_edit_away(word, other)
    }
    assert set(found) <= expected
    assert len(found) == min(len(expected), MOST_NEAR)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("lawer", "lawyer"),
        ("laywer", "lawyer"),
        ("lawyyer", "lawyer"),
        ("kawyer", "lawyer"),
        ("awyer", "lawyer"),
        ("Anwallt", "anwalt"),
        ("Übersezung", "ubersetzung"),
        ("Réfugé", "refugie"),
        ("پناهنگی", "پناهندگی"),
        ("مشاوه", "مشاوره"),
        ("نشاوره", "مشاوره"),
        ("مشاروه", "مشاوره"),
        ("ترجكة", "ترجمه"),
        ("محااماة", "محاماه"),
    ],
)
def test_one_slip_is_forgiven_in_every_script(written: str, meant: str) -> None:
    assert near(written, meant, "unrelated", "نامربوط") == [meant]


def test_a_slip_in_an_inflected_word_is_forgiven_by_its_stem() -> None:
    assert near("counsellrs", "counsellor") == ["counsellor"]


def test_a_word_that_is_known_or_unfinished_is_meant_as_it_stands() -> None:
    assert near("house", "house", "horse") == []
    assert near("hous", "house", "hoes") == []
    assert near("houses", "hous", "horses") == []


def test_a_slip_is_not_taken_for_a_form_of_a_word_in_another_language() -> None:
    assert near("lawer", "law", "lawyer") == ["lawyer"]


def test_the_stem_of_another_language_is_no_word_that_could_have_a_slip() -> None:
    """The German stem of "Kanzleien" is one letter away from a chancellor."""
    assert near("kanzleien", "kanzler") == []


def test_of_a_short_stem_one_letter_is_too_much() -> None:
    """That of "autos" is one letter away from that of "autre", which is everywhere in French."""
    assert near("autos", "autr") == []


def test_short_words_numbers_and_quotations_are_meant_as_they_stand() -> None:
    assert near("cat", "car", "cart") == []
    assert near("1164", "1163") == []
    assert near("b2b4", "b2b5") == []
    assert near('"hause"', "house") == []


def test_the_most_frequent_words_come_first_and_not_too_many() -> None:
    known = {f"hous{letter}": number for number, letter in enumerate(ascii_lowercase, start=1)}
    found = Dictionary(known).near("house")
    assert found[:3] == ("housz", "housy", "housx")
    assert len(found) == MOST_NEAR


def test_words_that_are_counted_later_are_known_too() -> None:
    dictionary = Dictionary({"house": 1}).followed_by({"house": 2, "خانه": 1})
    assert dictionary.frequency("house") == 3
    assert dictionary.near("خاته") == ("خانه",)
    assert dictionary.knows("hou")


def test_what_nobody_types_costs_nothing() -> None:
    assert Dictionary({"a" * LONGEST: 1}).near("a" * 200) == ()
