"""When all that was understood finds nothing together: less is asked, and what matters least goes first."""

import pytest

from search.loosening import Question, smaller
from search.query import YES, Kind, Query
from search.understanding import Knowledge, Reading, Understood
from tests.search.understanding.small_world import lexicon

pytestmark = pytest.mark.django_db
KNOWLEDGE = Knowledge(lexicon(), {"berlin": "DE", "essen": "DE"}, frozenset({"DE", "FR"}), ())
LAWYER = Understood("lawyer", Kind.NEEDS, "legal")
BERLIN = Understood("Berlin", Kind.CITY, "berlin")
GERMANY = Understood("Germany", Kind.COUNTRY, "DE")
PERSIAN = Understood("Persian", Kind.LANGUAGES, "fa")
WISHES = (
    Understood("open", Kind.OPEN_NOW, YES),
    Understood("phone", Kind.DELIVERY, "phone"),
    Understood("women", Kind.AUDIENCE, "women"),
    Understood("papers", Kind.NO_PAPERS, YES),
    Understood("free", Kind.FREE, YES),
)


def questions(
    text: str,
    *understood: Understood,
    rest: str = "",
    is_name: bool = False,
    not_here: tuple[str, ...] = (),
    **chosen: object,
) -> list[Question]:
    reading = Reading(text, understood, rest, not_here=not_here)
    return list(smaller(Query(text=text, **chosen), reading, KNOWLEDGE, is_name=is_name))


def left(found: list[Question]) -> list[str]:
    """The text of each question; one that is meant literally is marked."""
    return [f"“{each.asked.text}”" if each.asked.words else each.asked.text for each in found]


def test_what_matters_least_is_given_up_first_and_the_need_never() -> None:
    text = "lawyer Persian open phone women papers free"
    assert left(questions(text, LAWYER, PERSIAN, *WISHES)) == [
        f"“{text}”",
        text,
        "lawyer Persian phone women papers free",
        "lawyer Persian women papers free",
        "lawyer Persian papers free",
        "lawyer Persian free",
        "lawyer Persian",
        "lawyer",
    ]


def test_each_question_says_what_it_left_out() -> None:
    last = questions("lawyer Persian free", LAWYER, PERSIAN, WISHES[-1])[-1]
    assert last.left_out == ("free", "Persian")


def test_instead_of_a_city_its_country_is_asked_for_and_after_that_no_place() -> None:
    found = questions("lawyer Berlin", LAWYER, BERLIN)
    asked = [(each.asked.text, each.asked.country) for each in found]
    assert asked[:2] == [("lawyer Berlin", ()), ("lawyer", ("DE",))]
    assert ("lawyer", ()) in asked


def test_a_country_that_was_written_is_not_asked_for_twice() -> None:
    found = questions("lawyer Berlin Germany", LAWYER, BERLIN, GERMANY)
    assert all(each.asked.country == () for each in found)
    assert "lawyer Germany" in left(found)


def test_a_need_and_a_place_are_looked_for_in_the_country_before_their_words_anywhere() -> None:
    """As words they stand by chance in what has nothing to do with the need."""
    found = left(questions("lawyer Berlin", LAWYER, BERLIN))
    assert found.index("lawyer") < found.index("“lawyer Berlin”")


def test_the_words_of_a_sentence_stand_together_by_chance_and_come_last() -> None:
    text = "where is there a lawyer in Berlin"
    assert left(questions(text, LAWYER, BERLIN))[-1] == f"“{text}”"


def test_a_name_is_looked_for_before_the_need_elsewhere() -> None:
    assert left(questions("lawyer Berlin", LAWYER, BERLIN, is_name=True))[0] == "“lawyer Berlin”"


def test_what_was_chosen_by_hand_is_never_given_up() -> None:
    found = questions("lawyer Persian free", LAWYER, PERSIAN, WISHES[-1], languages=("de",), free=True)
    assert left(found) == ["“lawyer Persian free”", "lawyer Persian free"]
    found = questions("lawyer Berlin", LAWYER, BERLIN, country=("FR",))
    assert {each.asked.country for each in found} == {("FR",)}


def test_beside_a_need_and_a_place_any_words_may_be_left_out() -> None:
    found = left(questions("lawyer Berlin qwertz blorf", LAWYER, BERLIN, rest="qwertz blorf"))
    assert "lawyer Berlin" in found
    assert found.index("lawyer Berlin qwertz blorf") < found.index("lawyer Berlin")


@pytest.mark.parametrize(
    ("text", "rest", "may_be_left_out"),
    [
        ("lawyer qwertz blorf", "qwertz blorf", False),
        ("lawyer qwertz", "qwertz", False),
        ("lawyer where when how", "where when how", True),
        ("some other words that are about a lawyer", "some other words that are about a", True),
    ],
)
def test_beside_a_need_alone_they_may_where_it_is_most_of_the_question_or_a_sentence(
    text: str, rest: str, *, may_be_left_out: bool
) -> None:
    found = left(questions(text, LAWYER, rest=rest))
    assert ("lawyer" in found) is may_be_left_out


def test_a_place_alone_is_not_what_was_looked_for() -> None:
    assert left(questions("qwertz blorf Berlin", BERLIN, rest="qwertz blorf")) == ["“qwertz blorf Berlin”"]


def test_nothing_less_helps_who_looks_for_what_is_not_here() -> None:
    assert questions("pizza Berlin", BERLIN, rest='"pizza"', not_here=("pizza",)) == []


def test_where_nothing_was_understood_nothing_can_be_left_out() -> None:
    assert questions("qwertz blorf", rest="qwertz blorf") == []
