"""What somebody has to know before going: only what is known, in the reader's words."""

import pytest
from django.utils import translation

from directory.public import SpokenLanguage
from directory.public.conditions import Condition, conditions
from directory.public.facts import CredentialFact
from tests.directory.public.bare import facts


def rows(reader: str = "en", **changed: object) -> dict[str, Condition]:
    with translation.override(reader):
        return {row.title: row for row in conditions(facts(**changed), reader)}


def test_of_what_nobody_knows_nothing_is_said() -> None:
    assert {title: row.text for title, row in rows().items()} == {
        "For whom": "Everybody",
        "Countries": "Germany",
    }


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({}, "Everybody"),
        ({"minimum_age": 18}, "Age 18 and older"),
        ({"maximum_age": 27}, "Up to age 27"),
        ({"minimum_age": 18, "maximum_age": 27}, "Age 18 to 27"),
        ({"minimum_age": 0, "maximum_age": 6}, "Age 0 to 6"),
        ({"minimum_age": 0}, "Age 0 and older"),
        ({"audience": ("women", "families")}, "Women, Families"),
        (
            {"audience": ("lgbt",), "minimum_age": 16, "legal_status": "undocumented"},
            "LGBT+ people, Age 16 and older, People without papers",
        ),
    ],
)
def test_it_says_for_whom_it_is(given: dict[str, object], written: str) -> None:
    assert rows(**given)["For whom"].text == written


@pytest.mark.parametrize(
    ("given", "title", "written"),
    [
        ({"cost": "low"}, "Cost", "Low cost"),
        ({"documents_required": "no"}, "Papers", "You can come without papers"),
        ({"documents_required": "yes"}, "Papers", "You need papers"),
        ({"delivery": ("in_person", "by_chat")}, "How", "In person, By chat"),
        ({"capacity": "full"}, "Places", "Full at the moment"),
        ({"countries": ("DE", "FR")}, "Countries", "Germany, France"),
        ({"serves_everywhere": True}, "Countries", "Every country"),
        (
            {"languages": (SpokenLanguage("fa", "staff", ""), SpokenLanguage("tr", "interpreter", ""))},
            "Languages",
            "Persian, Turkish (with an interpreter)",
        ),
        (
            {"credentials": (CredentialFact("lawyer", "Bar of Hamburg", "", "asylum", ""),)},
            "Licence",
            "Lawyer, Bar of Hamburg, asylum",
        ),
    ],
)
def test_each_fact_has_its_words(given: dict[str, object], title: str, written: str) -> None:
    assert rows(**given)[title].text == written


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("eligibility_note", "For whom"),
        ("cost_note", "Cost"),
        ("documents_note", "Papers"),
        ("wait_time", "Places"),
    ],
)
def test_a_note_alone_is_worth_a_row_and_keeps_its_language(field: str, title: str) -> None:
    note = rows(**{field: "Bitte vorher anrufen."})[title].note
    assert (note.text, note.language, note.is_fallback) == ("Bitte vorher anrufen.", "de", True)


def test_a_persian_reader_has_own_words_digits_and_comma() -> None:
    found = rows("fa", audience=("women",), minimum_age=18)
    [for_whom] = [row.text for row in found.values() if row.icon == "person"]
    assert "۱۸" in for_whom
    assert "، " in for_whom
    assert "Women" not in for_whom


def test_each_licence_has_a_row_of_its_own() -> None:
    two = tuple(
        CredentialFact("lawyer", regulator, "", "", "") for regulator in ("Bar of Bremen", "Bar of Kiel")
    )
    found = conditions(facts(credentials=two), "en")
    assert [row.text for row in found if row.icon == "check"] == [
        "Lawyer, Bar of Bremen",
        "Lawyer, Bar of Kiel",
    ]
