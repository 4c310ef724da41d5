"""Names of needs and cities, found by the beginning of any of their words."""

import pytest

from search.query import Kind
from search.suggestions.choices import Name, NamedChoices


def name(text: str, language: str = "en") -> Name:
    return Name(Kind.NEEDS, text.casefold(), text, (language,), is_first=True)


KNOWN = NamedChoices(
    [
        name("Legal help"),
        name("Asylum and residence"),
        name("Frauenhaus", "de"),
        name("Übersetzung", "de"),
        name("روان شناس", "fa"),
        name("روان‌درمانی", "fa"),
        name("وکیل", "fa"),
        name("Freiburg im Breisgau", "de"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("le", ["Legal help"]),
        ("help", ["Legal help"]),
        ("legal h", ["Legal help"]),
        ("resi", ["Asylum and residence"]),
        ("and residence", ["Asylum and residence"]),
        ("frau", ["Frauenhaus"]),
        ("uber", ["Übersetzung"]),
        ("fr", ["Frauenhaus", "Freiburg im Breisgau"]),
        ("breis", ["Freiburg im Breisgau"]),
        ("روان", ["روان شناس", "روان‌درمانی"]),
        ("روانشن", ["روان شناس"]),
        ("روان شن", ["روان شناس"]),
        ("شناس", ["روان شناس"]),
        ("egal", []),
        ("help legal", []),
        ("haus", []),
    ],
)
def test_any_word_of_a_name_begins_it_and_the_next_goes_on(typed: str, found: list[str]) -> None:
    assert sorted({each.text for each in KNOWN.begun_by(typed)}) == sorted(found)


def test_latin_words_are_not_written_as_one() -> None:
    assert KNOWN.begun_by("legalhelp") == []


def test_where_nothing_is_known_nothing_begins_so() -> None:
    assert NamedChoices(()).begun_by("le") == []
