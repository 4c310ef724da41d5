"""Nobody is left with an empty page: what to loosen, help from afar, numbers to call."""

import pytest
from bs4 import Tag
from django.test import Client

from directory.models import Country
from tests.factories import CountryFactory, NeedFactory, ServiceFactory
from tests.reading import lines, read, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def germany() -> Country:
    """A lawyer in an office, and a line that anybody can call."""
    country = CountryFactory()
    country.emergency_numbers.create(kind="police", number="110")
    country.save()
    legal = NeedFactory(slug="legal")
    ServiceFactory(name="Office", needs=[legal])
    ServiceFactory(name="Line", needs=[legal], in_person=False, by_phone=True)
    NeedFactory(slug="food")
    return country


def suggestions(page: Tag) -> dict[str, tuple[int, str]]:
    return {
        words(chip.bdi): (int(words(chip.select_one(".count"))), chip["href"])
        for chip in page.select(".empty .chip")
    }


def test_each_suggestion_gives_what_it_promises(client: Client) -> None:
    page = read(client, "/en/directory/?country=de&need=legal&language=ti")
    assert "Leave one thing out:" in words(page.select_one(".empty"))
    assert suggestions(page) == {"Tigrinya": (2, "/en/directory/de/legal/")}
    assert len(read(client, "/en/directory/de/legal/").select(".card")) == 2


def test_where_one_thing_less_is_not_enough_each_is_offered_alone(client: Client) -> None:
    page = read(client, "/en/directory/?country=de&need=food&language=ti&q=office")
    assert "Look for one thing only:" in words(page.select_one(".empty"))
    assert suggestions(page) == {
        "“office”": (1, "/en/directory/?q=office"),
        "Germany": (2, "/en/directory/?country=de"),
    }
    for count, address in suggestions(page).values():
        assert len(read(client, address).select(".card")) == count


def test_then_come_those_who_help_from_afar(client: Client) -> None:
    page = read(client, "/en/directory/?country=de&need=legal&language=ti")
    assert lines(page, ".card h3") == ["Line"]


def test_then_come_the_numbers_of_the_country(client: Client) -> None:
    page = read(client, "/fa/directory/?country=de&need=legal&language=ti")
    assert [link["href"] for link in page.select(".emergency a")] == ["tel:110"]
    assert "آلمان" in words(page.select_one(".emergency h2"))


def test_where_no_country_is_chosen_one_can_choose_whose_numbers(client: Client) -> None:
    page = read(client, "/en/directory/?q=nothing-like-it")
    [link] = page.select(".emergency a")
    assert (words(link), link["href"]) == ("Germany", "/en/directory/de/")
    assert 'href="tel:110"' in str(read(client, link["href"]))
