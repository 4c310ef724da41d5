"""Cities have the name that a Persian or an Arabic reader would write, and an address of their own."""

from collections import Counter

import pytest

from directory.cities import arabic_name, every_city, other_names, persian_name

HAMBURG = ["Hamborg", "Hambourg", "HAM", "hanbao", "Гамбург", "هامبورغ", "هامبورگ", "ھامبورگ"]


@pytest.mark.parametrize(
    ("names", "persian", "arabic"),
    [
        (HAMBURG, "هامبورگ", "هامبورغ"),
        (["باريس", "پاریس", "Paris"], "پاریس", "باريس"),
        # What either would write, where neither has an own spelling.
        (["لندن", "London"], "لندن", "لندن"),
        # Urdu, Kurdish and vowel signs are neither.
        (["ٹورنٹو", "تۆرۆنتۆ", "بَغداد"], "", ""),
        (["Wien", "Vienna"], "", ""),
        ([], "", ""),
    ],
)
def test_the_spelling_tells_whose_name_it_is(names: list[str], persian: str, arabic: str) -> None:
    assert (persian_name(names), arabic_name(names)) == (persian, arabic)


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("Hambourg", True),
        ("Köln", True),
        ("La Haye", True),
        ("هامبورگ", True),
        ("HAM", False),  # an airport
        ("hanbao", False),  # a transcription
        ("Гамбург", False),
        ("Ulm", False),  # too short to be told from a code
        ("بن", False),
    ],
)
def test_further_names_are_those_in_letters_of_the_sites_languages(name: str, *, is_kept: bool) -> None:
    assert other_names([name]) == [name] * is_kept


def test_every_city_has_an_address_of_its_own_and_the_largest_of_a_name_the_plain_one() -> None:
    cities = list(every_city())
    assert [slug for slug, times in Counter(city.slug for city in cities).items() if times > 1] == []
    assert [city.population for city in cities] == sorted((city.population for city in cities), reverse=True)
    slugs = {(city.name, city.country_code): city.slug for city in cities[::-1]}
    assert slugs["London", "GB"] == "london"
    assert slugs["London", "CA"] == "london-ca"
    assert slugs["Frankfurt am Main", "DE"] == "frankfurt-am-main"


def test_where_cldr_names_a_city_it_is_called_so() -> None:
    named = {city.slug: (city.name_fa, city.name_ar) for city in every_city()}
    assert named["berlin"] == ("برلین", "برلين")
    assert named["vienna"] == ("وین", "فيينا")
