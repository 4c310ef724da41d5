import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.imports.cells.addresses import seams
from directory.imports.cells.costs import read_cost
from directory.imports.cells.text import clean, matching
from directory.imports.cells.values import read_age, read_coordinates, read_date, read_email, read_url
from directory.imports.cells.vocabulary import country_code, language_code


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-11-01", "2026-11-01"),
        ("۲۰۲۶/۱۱/۰۱", "2026-11-01"),
        ("2023-03-15T10:30:45.123Z", "2023-03-15"),
        ("46327", "2026-11-01"),
        ("01.11.2026", None),
        ("۱۴۰۵/۰۸/۱۰", None),  # of the Persian calendar, not of the year 1405
        ("soon", None),
        ("12", None),
    ],
)
def test_dates_of_iso_and_excel(text: str, date: str | None) -> None:
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("de", "DE"),
        ("Germany", "DE"),
        ("Allemagne", "DE"),
        ("آلمان", "DE"),
        ("ألمانيا", "DE"),
        ("USA", "US"),
        ("Nowhere", None),
        ("", None),
    ],
)
def test_countries_by_code_or_name(text: str, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fa", "fa"),
        ("Farsi", "fa"),
        ("persisch", "fa"),
        ("فارسي", "fa"),
        ("eng", "en"),
        ("pt-BR", "pt"),
        ("Elvish", None),
        ("", None),
    ],
)
def test_languages_by_code_or_name(text: str, code: str | None) -> None:
    assert language_code(text) == code


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("Free to everyone", "free"),
        ("Kostenlos", "free"),
        ("رایگان", "free"),
        ("Sliding scale based on income", "low"),
        ("Flat fee regardless of income", "paid"),
        ("$35 an hour", "paid"),
        ("Free consultation, then by the hour", ""),
        ("Please ask", ""),
        ("Not free", ""),
    ],
)
def test_cost_only_where_the_text_is_plain(text: str, cost: str) -> None:
    assert read_cost(text) == cost


@pytest.mark.parametrize(
    ("address", "pieces"),
    [
        ("67 East Madison StreetSuite 2000Chicago", ["67 East Madison Street", "Suite 2000", "Chicago"]),
        ("PO Box 731Glenview", ["PO Box 731", "Glenview"]),
        ("411 Hamilton Blvd.Suite 1618Peoria", ["411 Hamilton Blvd.", "Suite 1618", "Peoria"]),
        ("100 North LaSalle Street", ["100 North LaSalle Street"]),
        ("12 McHenry Road", ["12 McHenry Road"]),
        ("300 Grand Ave STE AWaukegan", ["300 Grand Ave STE A", "Waukegan"]),
    ],
)
def test_glued_addresses_come_apart_at_their_seams(address: str, pieces: list[str]) -> None:
    assert seams(address) == pieces


@given(st.text(max_size=80))
def test_taking_an_address_apart_loses_no_letter(address: str) -> None:
    kept = [character for piece in seams(address) for character in piece if character.isalnum()]
    assert kept == [character for character in address if character.isalnum()]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("example.org", "https://example.org"),
        ("HTTPS://Example.org/A", "https://Example.org/A"),
        ("javascript:alert(1)", None),
        ("ftp://example.org", None),
        ("see below", None),
    ],
)
def test_web_addresses(text: str, url: str | None) -> None:
    assert read_url(text) == url


def test_mail_addresses_ages_and_coordinates() -> None:
    assert read_email("mailto:a@example.org") == "a@example.org"
    assert read_email("a at example.org") is None
    assert (read_age("۱۸"), read_age("12.0"), read_age("adult"), read_age("151")) == (18, 12, None, None)
    assert read_coordinates("53.5", "9.9") == (53.5, 9.9)
    assert read_coordinates("100", "101") is None
    assert read_coordinates("nan", "0") is None


def test_invisible_characters_go_but_those_that_people_need_stay() -> None:
    assert clean("  می‌خواهم\u202e\x07\r\nb ") == "می‌خواهم\nb"


@pytest.mark.parametrize(
    ("one", "other"), [("كرمان", "کرمان"), ("MÜNCHEN", "munchen"), ("می‌خواهم", "می خواهم"), ("۱۲", "12")]
)
def test_spellings_of_one_name_match(one: str, other: str) -> None:
    assert matching(one) == matching(other)
