"""Texts taken apart without losing a letter, and folded words written as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.written import as_written, letters_of, pieces


@given(st.text(alphabet=st.characters() | st.sampled_from("äéكُ\u200c\u200d َ.،-ß"), max_size=60))
def test_the_pieces_of_any_text_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Anwältin, Köln!", ["anwaltin", "koln"]),
        ("مُحامي في برلين", ["محامی", "فی", "برلین"]),
        ("روان‌شناس", ["روان", "شناس"]),
        ("Re\u00adchts\u00adbe\u00adratung", ["rechtsberatung"]),
        ("Cafe\u0301", ["cafe"]),
        ("مـــحامي", ["محامی"]),
        ("a_b", ["a", "b"]),
        ("…", []),
    ],
)
def test_words_are_folded_and_what_stands_between_is_not(text: str, folded: list[str]) -> None:
    assert [piece.folded for piece in pieces(text) if piece.folded] == folded


def test_the_letters_of_a_text_are_all_of_it_without_a_break() -> None:
    assert letters_of("Haus am See, Köln") == "hausamseekoln"


def test_a_word_is_written_as_most_texts_write_it() -> None:
    texts = [("Köln und KÖLN", "de"), ("köln ist in Köln", "de")]
    assert as_written(["koln"], [texts]) == {"koln": "Köln"}


def test_of_equally_frequent_spellings_it_is_always_the_same_one() -> None:
    one, other = [("Köln", "de"), ("KÖLN", "de")], [("KÖLN", "de"), ("Köln", "de")]
    assert as_written(["koln"], [one]) == as_written(["koln"], [other])


def test_a_likelier_text_is_read_first_and_the_next_only_for_what_is_missing() -> None:
    likely, next_best = [("Wien", "de")], [("WIEN WIEN WIEN Graz", "de")]
    assert as_written(["wien", "graz"], [likely, next_best]) == {"wien": "Wien", "graz": "Graz"}


def test_texts_are_not_read_when_nothing_is_missing() -> None:
    def unread():
        raise AssertionError("Everything was written already.")
        yield

    assert as_written(["wien"], [[("Wien", "de")], unread()]) == {"wien": "Wien"}


@pytest.mark.parametrize(
    ("folded", "text", "language", "written"),
    [
        ("berat", "kostenlose Beratungen", "de", "Beratungen"),
        ("lawyer", "our Lawyers", "en", "Lawyers"),
        ("وکیل", "وکیلان ما", "fa", "وکیلان"),
    ],
)
def test_a_stem_is_written_as_a_word_that_has_it(folded: str, text: str, language: str, written: str) -> None:
    assert as_written([folded], [[(text, language)]]) == {folded: written}


def test_a_word_itself_outweighs_any_number_of_its_forms() -> None:
    text = "Lawyers " * 50 + "lawyer"
    assert as_written(["lawyer"], [[(text, "en")]]) == {"lawyer": "lawyer"}


def test_what_no_text_writes_stays_as_it_is() -> None:
    assert as_written(["blorf"], [[("nothing of it", "en")]]) == {"blorf": "blorf"}
    assert as_written([], [[("nothing asked", "en")]]) == {}
