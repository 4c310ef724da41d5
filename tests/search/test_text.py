import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.stopwords import STOPWORDS
from search.text import (
    MOST_TERMS,
    fold,
    in_order,
    index_terms,
    is_arabic_script,
    query_terms,
    whole_name,
    words,
)


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


@pytest.mark.parametrize(
    ("one", "other"),
    [("وکیل", "وکیلی"), ("bar", "bor"), ("مدرسة", "مدرسات"), ("asile", "asiles"), ("1", "11")],
)
def test_folding_takes_spelling_away_and_no_more(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("  Haus \t am\nSee ", "haus am see"),
        ("İstanbul", "istanbul"),
        ("ISPARTA ısırgan", "isparta isirgan"),
        ("Łódź", "lodz"),
        ("Þór", "thor"),
        ("ﻼ", "لا"),
        ("ﬁnanz", "finanz"),
        ("Ｈａｕｓ", "haus"),
        ("کـــمک", "کمک"),
        ("لاَ إِلٰه", "لا اله"),
        ("४२", "42"),
    ],
)
def test_letters_of_other_keyboards_and_typefaces_are_the_letters_they_stand_for(
    written: str, folded: str
) -> None:
    assert fold(written) == folded


def test_the_second_half_of_an_umlaut_goes_in_every_word_alike_so_that_both_spellings_meet() -> None:
    assert fold("Poesie") == fold("Posie")
    assert fold("Michael") == fold("Michäl")
    assert fold("neu") == "neu"


def test_a_name_is_one_term_however_its_words_are_set_apart() -> None:
    assert len({whole_name(name) for name in ("Haus am See", "HAUS-am-See", "Haus am  See!")}) == 1
    assert whole_name("خانه‌ی امن") == whole_name("خانه ی امن")
    assert whole_name("Haus am See") != whole_name("Haus am Seeufer")
    assert whole_name("…") == ""


def test_a_name_as_a_whole_is_no_word_that_anybody_can_type() -> None:
    assert query_terms(whole_name("Haus am See")) == query_terms("hausamsee")


def test_words_of_two_texts_do_not_follow_each_other() -> None:
    words_kept = in_order(["Haus am", "See und Ufer"])
    assert " haus am " in words_kept
    assert " am see " not in words_kept


def test_more_words_than_a_sentence_has_are_not_looked_for() -> None:
    asked = query_terms(" ".join(f"wort{letter}" for letter in "abcdefghijklmnop"))
    assert len(asked) == MOST_TERMS
    assert asked[0].forms[0] == "worta"


def test_latin_neighbours_are_no_word_together() -> None:
    assert "needfood" not in {form for term in query_terms("need food") for form in term.forms}
    assert "needfood" not in index_terms("need food", "en")


def test_what_is_parted_by_a_sign_is_no_word_together() -> None:
    assert "روانشناس" in index_terms("روان شناس", "fa")
    assert "روانشناس" not in index_terms("روان، شناس", "fa")


def test_neighbours_that_would_be_longer_than_any_word_are_not_joined() -> None:
    long = "پناهندگیها"
    assert [term for term in index_terms(f"{long} {long}", "fa") if len(term) > 20] == []


def test_an_index_keeps_each_term_once_with_its_stem_in_the_language_of_the_text() -> None:
    assert index_terms("Lawyers, lawyers!", "en") == ["lawyers", "lawyer"]
    assert "lawi" not in index_terms("lawyers", "en")


@pytest.mark.parametrize(
    ("word", "is_arabic"), [("وکیل", True), ("محامی", True), ("lawyer", False), ("وکیل1", False), ("", False)]
)
def test_a_script_is_told_by_all_letters_of_a_word(word: str, *, is_arabic: bool) -> None:
    assert is_arabic_script(word) is is_arabic
