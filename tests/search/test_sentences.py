"""What a whole sentence needs: what it names, and else what all of its words speak of."""

import pytest

from search.query import Query
from search.understanding import Knowledge
from tests.search.test_understanding import BERLIN, COUNSELLING, HAMBURG, LEGAL, PARIS, choices

SENTENCES = {
    "on surveille mon téléphone et quelqu'un lit mes messages": ("needs", "digital-safety"),
    "من را از خانه بیرون انداختند و امشب جایی برای خواب ندارم": ("needs", "emergency-shelter"),
    "لازم أترجم شهادة الميلاد ترجمة رسمية للبلدية": ("needs", "sworn-translation"),
    "seit Wochen liege ich nachts wach und weine nur noch": COUNSELLING,
    "nobody ever paid me for all the years i worked there": ("needs", "labour-law"),
}


@pytest.mark.parametrize(("text", "meant"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_is_understood_by_all_of_its_words(read_here, text: str, meant: tuple) -> None:
    reading = read_here(text)
    assert meant in choices(reading)
    assert reading.is_sentence


NAMED_IN_A_SENTENCE = {
    "i need a cheap and good lawyer in berlin": {LEGAL, BERLIN},
    "phone number of a lawyer in berlin": {LEGAL, BERLIN},
    "Anwalt Berlin Termin morgen früh": {LEGAL, BERLIN},
    "je cherche un avocat pas cher à Paris": {LEGAL, PARIS},
    "شماره یک وکیل خوب در برلین بدهید": {LEGAL, BERLIN},
    "بدي رقم تلفون محامي شاطر ورخيص ببرلين": {LEGAL, BERLIN},
}


@pytest.mark.parametrize(("text", "meant"), NAMED_IN_A_SENTENCE.items(), ids=NAMED_IN_A_SENTENCE)
def test_a_need_that_is_named_is_meant_rather_than_one_that_is_hinted_at(
    read_here, text: str, meant: set
) -> None:
    assert choices(read_here(text)) == meant


def test_a_word_that_says_nothing_beside_others_says_what_it_can_alone(read_here) -> None:
    assert ("needs", "shared-flat") in choices(read_here("qwertz blorf zork cheap in Hamburg"))
    assert choices(read_here("qwertz blorf lawyer cheap in Hamburg")) == {LEGAL, HAMBURG}


def test_what_else_is_in_a_sentence_narrows_nothing(read_here, town_to_look_at: Knowledge) -> None:
    text = "nobody ever paid me for the years i worked at their bakery in Hamburg"
    query = read_here(text).narrowing(Query(text=text), town_to_look_at.lexicon.broader)
    assert (query.text, query.city) == ("", ("hamburg",))
    assert "bakery" in query.wanted


@pytest.mark.parametrize(
    "text", ["the train was late and then it rained", "deux chats dorment sur un toit rouge vif"]
)
def test_a_sentence_about_nothing_of_ours_is_not_taken_for_one(read_here, text: str) -> None:
    assert ("needs", "legal") not in choices(read_here(text))
