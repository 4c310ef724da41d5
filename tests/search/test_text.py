import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.stopwords import STOPWORDS
from search.text import fold, index_terms, query_terms, words


def finds(query: str, text: str, language: str) -> bool:
    """Whether somebody who types the query finds a text in that language."""
    stored = index_terms(text, language)
    return all(
        any(form in stored for form in term.forms)
        or (term.prefix and any(word.startswith(term.prefix) for word in stored))
        for term in query_terms(query)
    )


@pytest.mark.parametrize(
    "spellings",
    [
        ["وکیل", "وكيل", "وَکیل", "وکـــیل"],
        ["مؤسسة", "مؤسسه", "موسسة"],
        ["آلمان", "ألمان", "المان"],
        ["مسئول", "مسيول"],
        ["إقامة", "اقامة", "اقامه"],
        ["مدرسهٔ", "مدرسة", "مدرسۀ"],
        ["۱۱۰", "١١٠", "110"],
        ["Straße", "STRASSE", "strasse"],
        ["München", "Muenchen", "Munchen", "MÜNCHEN"],
        ["Réfugié", "refugie", "RÉFUGIÉ"],
        ["Œuvre", "oeuvre"],
        ["Größe", "Groesse", "grosse"],
    ],
)
def test_spellings_of_one_word_fold_to_one(spellings: list[str]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize("written", ["روان‌شناس", "روان شناس", "روانشناس"])
@pytest.mark.parametrize("asked", ["روان‌شناس", "روان شناس", "روانشناس", "روان‌شناسی", "روانش"])
def test_a_persian_word_is_found_apart_together_and_with_a_thin_break(written: str, asked: str) -> None:
    if asked == "روان‌شناسی":
        assert finds(written, f"دفتر {asked} در هامبورگ", "fa")
    else:
        assert finds(asked, f"دفتر {written} در هامبورگ", "fa")


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("کتاب ها", "کتاب برای کودکان", "fa"),
        ("کتاب", "کتاب‌های رایگان", "fa"),
        ("وکیلان", "وکیل پناهندگی", "fa"),
        ("كودك", "مشاوره برای کودکان", "fa"),
        ("محامون", "محامي لجوء في برلين", "ar"),
        ("محامی", "المحامي", "ar"),
        ("مساعدة", "المساعدات القانونية", "ar"),
        ("ترجمه", "الترجمة", "ar"),
        ("lawyers", "A lawyer for asylum", "en"),
        ("counsel", "Counselling", "en"),
        ("Beratungen", "Beratung für Frauen", "de"),
        ("rechtsbera", "Rechtsberatung", "de"),
        ("rechtsberatu", "Rechtsberatungen", "de"),
        ("logements", "Logement d’urgence", "fr"),
        ("asile", "Droit d’asile", "fr"),
    ],
)
def test_word_forms_and_beginnings_are_found(query: str, text: str, language: str) -> None:
    assert finds(query, text, language)


def test_a_beginning_of_two_letters_is_not_spread_over_everything() -> None:
    assert not finds("re", "Rechtsberatung", "de")


def test_a_different_word_is_not_found() -> None:
    assert not finds("Wohnung", "Rechtsberatung für Frauen", "de")


def test_words_that_say_nothing_need_not_be_there() -> None:
    assert finds("a lawyer in Hamburg", "Lawyer, Hamburg", "en")
    assert finds("وکیل در هامبورگ", "وکیل هامبورگ", "fa")


def test_words_that_say_nothing_are_looked_for_when_there_are_no_others() -> None:
    assert query_terms("in der")
    assert not finds("in der", "Lawyer", "en")


def test_a_word_asked_twice_is_one_term() -> None:
    assert query_terms("lawyer Lawyer LAWYER") == query_terms("lawyer")


def test_punctuation_alone_asks_nothing() -> None:
    assert query_terms("… -- “”") == ()


def test_the_words_that_say_nothing_are_stored_folded() -> None:
    assert {fold(word) for word in STOPWORDS} == STOPWORDS


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_how_letters_are_encoded_makes_no_difference(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)


@given(st.text(alphabet="abcdeouäöüßیيکكةوا\u200c ", min_size=1))
def test_every_text_finds_itself(text: str) -> None:
    assert finds(text, text, "de")
    assert finds(text, text, "fa")


@given(st.text(alphabet="aeouäößmnst", min_size=4, max_size=12), st.integers(3, 11))
def test_every_beginning_of_a_word_finds_it(word: str, length: int) -> None:
    asked = query_terms(word[:length])
    assert all(not term.prefix or any(w.startswith(term.prefix) for w in words(word)) for term in asked)
