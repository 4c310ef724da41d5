"""What a whole sentence is about, by its words one by one."""

import pytest

from search.understanding.hints import Hints
from search.understanding.tokens import tokens_of

PHRASES = [
    ("digital-safety", "somebody reads my messages"),
    ("digital-safety", "spyware on my telephone"),
    ("digital-safety", "telephone is watched"),
    ("helpline", "talk by telephone"),
    ("housing", "find a flat"),
    ("housing", "flat to rent"),
    ("shelter", "bed for tonight"),
    ("labour-law", "unpaid work"),
    ("legal", "lawyer"),
    ("asylum-law", "asylum lawyer"),
    ("family-law", "children after divorce"),
    ("childcare", "children while I work"),
    # A directory has some dozens of needs.
    *((f"need-{number}", f"strangeword{number}") for number in range(25)),
]
BROADER = [("asylum-law", "legal")]
OURS = Hints(PHRASES, BROADER)


def about(
    text: str, *phrases: tuple[str, list[int]], elsewhere: set[int] = frozenset(), fewest: int = 1
) -> list:
    return list(OURS.likeliest(tokens_of(text), elsewhere, phrases, fewest))


def test_several_words_of_one_need_say_what_no_phrase_says() -> None:
    assert about("my telephone is watched and every message read") == ["digital-safety"]


def test_the_loudest_comes_first_and_what_is_nearly_as_loud_stays() -> None:
    both = about("children divorce work children")
    assert both[0] == "family-law"
    assert "childcare" in both


def test_a_word_of_many_needs_says_little() -> None:
    """ "Children" stands in phrases of two needs, "divorce" in those of one."""
    assert about("children") == []
    assert OURS.likeliest(tokens_of("divorce children"), (), (), 1)["family-law"] == [0, 1]


def test_what_is_far_behind_the_loudest_is_not_meant() -> None:
    assert about("bed tonight") == ["shelter"]
    assert about("bed tonight spyware telephone watched reads messages") == ["digital-safety"]


def test_a_word_of_several_phrases_of_a_need_says_more_of_it() -> None:
    """Two phrases of digital safety know a telephone, one of the helpline."""
    assert about("telephone telephone telephone") == ["digital-safety"]


def test_words_that_hold_sentences_together_say_nothing() -> None:
    assert about("is my is my is my and to my") == []


def test_words_that_nobody_knows_say_nothing() -> None:
    assert about("qwertz blorf zork") == []
    assert about("") == []


def test_a_word_counts_in_its_other_forms() -> None:
    words = OURS.likeliest(tokens_of("flats to find and rents"), (), (), 1)
    assert words["housing"] == [0, 2, 4]


def test_words_that_say_something_else_are_not_counted() -> None:
    assert about("flat rent find") == ["housing"]
    assert about("flat rent find", elsewhere={0, 1, 2}) == []


def test_so_many_words_have_to_speak_of_it() -> None:
    assert about("flat rent find", fewest=3) == ["housing"]
    assert about("flat rent find", fewest=4) == []


def test_a_phrase_that_is_there_as_a_whole_says_more_than_its_words() -> None:
    text = "telephone watched reads messages bed for tonight"
    assert about(text)[0] == "digital-safety"
    assert about(text, ("shelter", [4, 5, 6]))[0] == "shelter"
    assert OURS.likeliest(tokens_of("qwertz blorf zork"), (), [("shelter", [0, 1])], 1) == {"shelter": [0, 1]}


def test_a_need_s_name_says_as_much_and_a_word_of_several_families_does_not() -> None:
    """Of "lawyer" only legal help and what is part of it speak; of "children" two families."""
    assert about("bed tonight lawyer") == ["shelter"]
    assert about("bed tonight lawyer", ("legal", [2])) == ["legal", "shelter"]
    assert about("bed tonight children", ("family-law", [2])) == ["shelter"]


@pytest.mark.parametrize(
    ("text", "places"), [("bed bed bed tonight", [0, 1, 2, 3]), ("tonight a bed", [0, 2])]
)
def test_it_is_told_which_words_spoke(text: str, places: list[int]) -> None:
    assert OURS.likeliest(tokens_of(text), (), (), 1)["shelter"] == places


def test_a_site_without_words_hears_nothing() -> None:
    assert Hints(()).likeliest(tokens_of("lawyer in Berlin"), (), (), 1) == {}
