"""What may be kept of a search that found nothing: never what may be a person's."""

import pytest

from search.query import Query
from search.unfound.keeping import Miss, miss_of


def kept(text: str, **query: object) -> Miss | None:
    return miss_of(Query(text=text, language="fa"), Query(**query))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sushi, Hamburg!", "sushi hamburg"),
        ("كلاس يوگا", "کلاس یوگا"),
        ("Müll  ABFUHR", "mull abfuhr"),
        ("paragraph 24", "paragraph 24"),
        ("2026 1405", None),
        ("§ 1234", "1234"),
    ],
)
def test_words_are_kept_folded_so_that_all_spellings_count_as_one(text: str, folded: str | None) -> None:
    found = kept(text)
    assert (found and found.text) == folded


@pytest.mark.parametrize(
    "text",
    [
        "0151 2345678",
        "+49 (151) 234-5678",
        "۰۹۱۲۳۴۵۶۷۸۹",
        "٠٩١٢٣ ٤٥٦",
        "1/2/3/4/5",
        "A12345678",
        "sara@example.org",
        "https://example.org",
        "www.example.org",
        "x" * 61,
        "ما " * 31,
        "?!",
        "",
        "   ",
    ],
)
def test_a_number_an_address_a_long_text_and_nothing_are_never_kept(text: str) -> None:
    assert kept(text) is None


@pytest.mark.parametrize(
    ("query", "country"),
    [
        ({}, ""),
        ({"country": ("DE",)}, "DE"),
        ({"country": ("DE", "FR")}, ""),
        ({"country": ("ZZ",)}, ""),
        ({"city": ("hamburg",)}, "DE"),
        ({"city": ("hamburg", "berlin")}, "DE"),
        ({"city": ("hamburg", "lyon")}, ""),
        ({"city": ("nowhere",)}, ""),
        ({"country": ("FR",), "city": ("hamburg",)}, "FR"),
    ],
)
def test_the_country_is_the_only_one_that_was_named_or_else_none(db: None, query: dict, country: str) -> None:
    found = kept("sushi", **query)
    assert found == Miss("sushi", "fa", country)
