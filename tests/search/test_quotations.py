"""What stands in quotation marks is meant as it is written, whichever marks a keyboard has."""

import pytest

from search.quotations import quoted, unquoted
from search.text import phrases, query_terms

MARKS = ["“{}”", '"{}"', "«{}»", "»{}«", "„{}“", "„{}”", "‟{}”", "‹{}›", "＂{}＂"]


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize("words", ["Haus am See", "پناهگاه زنان", "بيت الأمل"])
def test_each_language_s_marks_are_known(marks: str, words: str) -> None:
    assert quoted(f"{marks.format(words)} Berlin") == [words]
    assert unquoted(f"{marks.format(words)} Berlin").split() == ["|", "Berlin"]


def test_several_quotations_are_each_for_itself() -> None:
    assert quoted("«خانه امن» وین “second chance”") == ["خانه امن", "second chance"]


@pytest.mark.parametrize(
    "text", ['a "b', "«خانه", '5" screen', 'no "" thing', "l'asile d'urgence", "rock ’n’ roll"]
)
def test_a_mark_without_its_pair_and_an_apostrophe_quote_nothing(text: str) -> None:
    assert quoted(text) == []
    assert unquoted(text) == text


def test_words_on_both_sides_of_a_quotation_do_not_become_neighbours() -> None:
    """Neighbours of Persian are looked for as one word as well: روان شناس is روانشناس."""
    forms = {form for term in query_terms("روان «خانه امن» شناس") for form in term.forms}
    assert "روانشناس" not in forms
    assert "روانشناس" in {form for term in query_terms("روان شناس") for form in term.forms}


def test_a_quoted_word_is_looked_for_as_it_is_and_others_in_all_their_forms() -> None:
    quotation, other = query_terms('"lawyers" translators')
    assert (quotation.forms, quotation.prefix) == (("lawyers",), "")
    assert {"translators", "translat"} <= set(other.forms)
    assert other.prefix == "translators"


def test_two_words_or_more_have_to_follow_each_other_and_one_stands_alone() -> None:
    assert phrases('"Haus am See" "Rettung"') == (" haus am see ",)


def test_a_phrase_that_is_quoted_twice_is_asked_once() -> None:
    assert len(phrases('"Haus am See" «haus AM see»')) == 1


def test_a_quotation_of_marks_alone_asks_nothing() -> None:
    assert phrases('"… !" "-"') == ()
    assert query_terms('"…"') == ()
