"""From words to choices, and what is left to search for as text: read with a lexicon of a few phrases."""

import pytest

from search.query import Kind, Query
from search.understanding.lexicon import Entry, Role, Sense
from search.understanding.reading import Reading, Understood, read, text_without
from tests.search.understanding.small_world import BROADER, lexicon

SMALL = lexicon()


def reading(text: str, *literal: str) -> Reading:
    return read(text, SMALL, literal)


def choices(found: Reading) -> list[tuple[str, str]]:
    return [(each.kind.value, each.value) for each in found.understood]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Herr Dr. Özgür-Müller, Anwalt in Berlin", "Herr Dr. Özgür-Müller"),
        ("Anwalt Müller Berlin Schmidt", "Müller Schmidt"),
        ("وکیل خانم رضایی", "خانم رضایی"),
        ("lawyer the Smith", "Smith"),
        ("lawyer", ""),
        ("blorf  the  Smith", "blorf  the  Smith"),
    ],
)
def test_what_is_not_understood_is_left_as_it_was_written(text: str, rest: str) -> None:
    assert reading(text).rest == rest


def test_beside_a_need_what_only_held_words_together_is_nothing_to_look_for() -> None:
    assert reading("avocat après Berlin").rest == ""
    assert reading("Anwalt nach Wien wohin blorf").rest == "nach wohin blorf"
    assert reading("avocat après Berlin", "après").rest == "après"
    assert reading("que faire après Berlin").rest == "que faire après"


def test_what_is_quoted_is_not_understood() -> None:
    found = reading('lawyer "Berlin House"')
    assert choices(found) == [("needs", "legal")]
    assert found.rest == '"Berlin House"'


def test_words_taken_literally_are_left_wherever_they_stand_and_whatever_their_case() -> None:
    found = reading("Lawyer lawyer BERLIN", "lawyer")
    assert choices(found) == [("city", "berlin")]
    assert found.rest == "Lawyer lawyer"
    assert reading("Asylanwalt", "asylanwalt").understood == ()


def test_what_is_not_here_is_searched_for_exactly() -> None:
    found = reading("pizza Berlin")
    assert found.not_here == ("pizza",)
    assert found.rest == '"pizza"'


def test_words_that_say_the_same_stand_beside_each_other() -> None:
    known = lexicon(Entry("Kita", "de", Sense(Role.SAME_AS, "Kindergarten")))
    found = read("Kita Berlin", known)
    assert found.same_as == (("Kita", "Kindergarten"),)
    assert found.rest == "Kita"


def test_a_slip_is_told_as_it_was_written() -> None:
    [found] = read("laywer", SMALL, (), lambda _word: False).understood
    assert found == Understood("laywer", Kind.NEEDS, "legal")
    assert read("laywer", SMALL).understood == ()


def test_it_is_told_how_many_words_say_something() -> None:
    lengths = {each.value: each.length for each in reading("birth certificate lawyer Berlin").understood}
    assert lengths == {"certificates": 2, "legal": 1, "berlin": 1}


def test_what_was_understood_narrows_and_ranks_and_what_is_left_is_text() -> None:
    query = reading("Müller lawyer Berlin").narrowing(Query(text="Müller lawyer Berlin"), BROADER)
    assert (query.text, query.needs, query.city) == ("Müller", ("legal",), ("berlin",))
    # A house with the city in its name is no better than others there.
    assert query.wanted == "lawyer"
    assert query.written == "Müller lawyer Berlin"


def test_a_choice_by_hand_takes_the_place_of_what_was_understood_of_its_kind() -> None:
    asked = Query(text="lawyer Berlin", city=("hamburg",))
    query = reading(asked.text).narrowing(asked, BROADER)
    assert (query.city, query.needs) == (("hamburg",), ("legal",))


def test_the_page_that_was_asked_for_stays() -> None:
    assert reading("lawyer Berlin").narrowing(Query(text="lawyer Berlin", page=3), BROADER).page == 3


def test_of_a_need_and_a_broader_one_in_other_words_the_narrower_is_meant() -> None:
    text = "avocat droit d'asile"
    assert reading(text).narrowing(Query(text=text), BROADER).needs == ("asylum-law",)
    both = read("lawyer", lexicon(Entry("lawyer", "en", Sense(Kind.NEEDS, "asylum-law"))))
    assert both.narrowing(Query(text="lawyer"), BROADER).needs == ("asylum-law", "legal")


def test_two_needs_of_which_neither_is_part_of_the_other_are_both_meant() -> None:
    text = "avocat Wohnung"
    assert reading(text).narrowing(Query(text=text), BROADER).needs == ("housing", "legal")


def test_beside_a_longer_phrase_for_a_need_a_word_for_another_narrows_nothing() -> None:
    text = "birth certificate lawyer"
    assert reading(text).narrowing(Query(text=text), BROADER).needs == ("certificates",)


def test_of_a_sentence_no_word_narrows_but_all_rank() -> None:
    text = "somebody must talk to the lawyer about my flooded cellar"
    found = reading(text)
    query = found.narrowing(Query(text=text), BROADER)
    assert found.is_sentence
    assert query.text == ""
    assert {"flooded", "cellar"} <= set(query.wanted.split())


@pytest.mark.parametrize(
    ("text", "phrases", "left"),
    [
        ("lawyer in Hamburg now", ["in hamburg"], "lawyer now"),
        ("lawyer, Hamburg", ["HAMBURG"], "lawyer"),
        ("Wien Wien Graz", ["wien"], "Graz"),
        ("Freiburg im Breisgau Anwalt", ["Freiburg Breisgau"], "Anwalt"),
        ("روان‌شناس در وین", ["روان شناس"], "در وین"),
        ("lawyer in Hamburg", ["hamburg lawyer"], "lawyer in Hamburg"),
        ("lawyer", [""], "lawyer"),
        ("lawyer", ["lawyer"], ""),
    ],
)
def test_words_are_taken_out_of_a_text_wherever_they_stand(text: str, phrases: list, left: str) -> None:
    assert text_without(text, phrases) == left
