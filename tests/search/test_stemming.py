"""Which forms of a word are one word, in the languages of its script."""

import pytest

from search.stemming import stem, stems_in_its_script, without_clitics
from search.text import fold

ONE_WORD = {
    "en": [("lawyer", "lawyers"), ("counselling", "counselled"), ("shelter", "shelters")],
    "fr": [("avocat", "avocats"), ("logement", "logements"), ("traducteur", "traducteurs")],
    "de": [("Beratung", "Beratungen"), ("Wohnung", "Wohnungen"), ("Anwalt", "Anwalts")],
    "fa": [("وکیل", "وکیلان"), ("خانه", "خانهها"), ("ساختمان", "ساختمانها")],
    "ar": [("مترجم", "مترجمون"), ("مترجم", "مترجمين"), ("مدرس", "مدرسين")],
}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [(language, *pair) for language, pairs in ONE_WORD.items() for pair in pairs],
)
def test_forms_of_one_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert stem(fold(one), language) == stem(fold(other), language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "house", "horse"),
        ("fr", "avocat", "avion"),
        ("de", "wohnung", "werkstatt"),
        ("fa", "وکیل", "خانه"),
        ("ar", "محامی", "طبیب"),
    ],
)
def test_different_words_have_different_stems(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


def test_arabic_words_are_stemmed_as_persian_keyboards_write_them() -> None:
    """Folding leaves ی and ک, of which the Arabic stemmer knows nothing."""
    assert stem(fold("كتابين"), "ar") == stem(fold("کتاب"), "ar")
    assert {"ي", "ك"}.isdisjoint(stem(fold("المحاميين كذلك"), "ar"))


def test_a_stem_of_one_letter_would_be_every_word() -> None:
    """Of "as" nothing but a letter would be left."""
    assert [stem(word, "de") for word in ("es", "en")] == ["es", "en"]
    assert all(len(stem(word, "fr")) > 1 for word in ("as", "es", "ee", "ai"))


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stem("avukatlar", "tr") == "avukatlar"
    assert stem("парусы", "uk") == "парусы"


def test_a_word_is_stemmed_in_the_languages_of_its_own_script() -> None:
    assert set(stems_in_its_script("kanzleien")) == {stem("kanzleien", code) for code in ("en", "fr", "de")}
    assert set(stems_in_its_script("وکیلان")) == {stem("وکیلان", code) for code in ("fa", "ar")}


WITHOUT = {
    "ببرلین": "برلین",
    "لباریس": "باریس",
    "وبهامبورغ": "هامبورغ",
    "فبرلین": "برلین",
    "المحامی": "محامی",
    "والمحامی": "محامی",
    "بالمانیا": "المانیا",
    "للمحامی": "محامی",
    "وللمحامی": "محامی",
    "بالبیت": "بیت",
    "کالبیت": "بیت",
    "فالبیت": "بیت",
}


@pytest.mark.parametrize(("written", "bare"), WITHOUT.items())
def test_what_arabic_writes_as_one_with_a_word_is_taken_off(written: str, bare: str) -> None:
    assert bare in without_clitics(written)


@pytest.mark.parametrize("word", ["ولد", "بیت", "لحم", "وکر", "الم", "lawyer"])
def test_a_word_that_only_begins_like_one_of_them_is_left_whole(word: str) -> None:
    """What is left has to be a word: of a boy, ولد, there would be two letters."""
    assert list(without_clitics(word)) == []


def test_after_and_may_come_one_more_but_not_after_in() -> None:
    assert "برلین" in without_clitics("وببرلین")
    assert "برلین" not in without_clitics("بوبرلین")
