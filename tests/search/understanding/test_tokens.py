"""A query cut into words that know where they stand in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.understanding.persian import root, roots
from search.understanding.tokens import AS_WRITTEN, STEM, WITHOUT_CLITIC, forms_of, joined, tokens_of


def words_of(text: str) -> list[str]:
    return [token.word for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'asile", ["l", "asile"]),
        ("l’asile", ["l", "asile"]),
        ("can't", ["cant"]),
        ("don’t", ["dont"]),
        ("parent's evening", ["parents", "evening"]),
        ("sans-papiers", ["sans", "papiers"]),
        ("می‌خوابم", ["می", "خوابم"]),
        ("٣ أشخاص", ["3", "اشخاص"]),
        ("'hello'", ["hello"]),
        ("?!", []),
        ("", []),
    ],
)
def test_words_are_cut_as_people_write_them(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Anwalt, Berlin", [False, True]),
        ("Anwalt. Berlin", [False, True]),
        ("وکیل، برلین", [False, True]),
        ("محامي؛ برلين", [False, True]),
        ("Anwalt Berlin", [False, False]),
        ("Persian-speaking", [False, False]),
        ("droit d'asile", [False, False, False]),
        ("Anwalt / Berlin", [False, True]),
        ("(Anwalt) Berlin", [True, True]),
    ],
)
def test_a_comma_or_full_stop_begins_something_new_and_a_hyphen_does_not(text: str, new: list[bool]) -> None:
    assert [token.is_new for token in tokens_of(text)] == new


def test_of_a_word_that_folding_parts_only_the_first_part_is_new() -> None:
    """A thin break becomes a space; the two halves are still one word of the text."""
    assert [token.is_new for token in tokens_of("سلام، روان‌شناس")] == [False, True, False]


@given(st.text(max_size=80))
def test_each_word_knows_the_place_where_it_was_written(text: str) -> None:
    for token in tokens_of(text):
        assert 0 <= token.begins < token.ends <= len(text)
        assert token.word in words_of(text[token.begins : token.ends])


@given(st.text(max_size=80))
def test_words_stand_in_the_order_in_which_they_were_written(text: str) -> None:
    places = [token.begins for token in tokens_of(text)]
    assert places == sorted(places)


@pytest.mark.parametrize("text", ["the", "und", "در", "في", "l'"])
def test_little_words_are_known_in_every_language(text: str) -> None:
    assert [token.is_little for token in tokens_of(text)] == [True]


FORMS = {
    "ببرلین": {"برلین": WITHOUT_CLITIC},
    "وببرلین": {"برلین": WITHOUT_CLITIC, "ببرلین": WITHOUT_CLITIC},
    "المحامین": {"محامین": WITHOUT_CLITIC, "محام": STEM},
    "lawyers": {"lawyer": STEM},
    "بچههایم": {"بچه": STEM},
    "نمیخوابم": {"خواب": STEM},
}


@pytest.mark.parametrize(("word", "known"), FORMS.items())
def test_a_form_says_how_far_it_is_from_what_was_written(word: str, known: dict[str, int]) -> None:
    forms = forms_of(word)
    assert forms[word] == AS_WRITTEN
    assert known.items() <= forms.items()


def test_latin_words_lose_no_persian_endings() -> None:
    assert set(forms_of("berlin")) == {"berlin"}


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("میخوابم", "خواب"),
        ("نمیخوابم", "خواب"),
        ("بخوابم", "خواب"),
        ("خوابیدم", "خواب"),
        ("نخوابیدم", "خواب"),
        ("خوابیدن", "خواب"),
        ("پاسپورتم", "پاسپورت"),
        ("شوهرش", "شوهر"),
        ("وکیلمون", "وکیل"),
        ("دوستامون", "دوستا"),
        ("مدارکشونو", "مدارک"),
        ("دخترهایم", "دختر"),
        ("پاریسم", "پاریس"),
        ("خانههایشان", "خانه"),
        ("خونم", "خون"),
    ],
)
def test_everyday_persian_says_who_and_whose_with_letters_that_come_off(written: str, bare: str) -> None:
    assert bare in roots(written)
    assert root(written) == bare


@pytest.mark.parametrize("word", ["زنم", "نان", "آب", "خانه", "بچه", "کار", "مادر"])
def test_of_a_short_persian_word_nothing_is_taken(word: str) -> None:
    assert list(roots(word)) == []
    assert root(word) == word


def test_one_ending_is_taken_off_and_the_longest() -> None:
    assert "دختر" in roots("دخترهایم")
    assert "دخترهای" not in roots("دخترهایم")


def test_two_words_are_one_only_in_scripts_whose_writers_part_words_or_do_not() -> None:
    assert joined("روان", "شناس") == "روانشناس"
    assert joined("asyl", "anwalt") == ""
    assert joined("وکیل", "berlin") == ""
    assert joined("berlin", "وکیل") == ""
