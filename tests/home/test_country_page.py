"""What there is in one country: numbers to call, kinds of help with true counts, offices."""

import pytest
from django.test import Client

from tests.factories import CountryFactory, NeedFactory, ServiceFactory, pages
from tests.reading import lines, queries_of, read, section, words, writes

pytestmark = pytest.mark.django_db


def test_it_has_the_numbers_to_call_in_the_readers_words(client: Client) -> None:
    country = CountryFactory()
    country.emergency_numbers.create(kind="violence", number="116016")
    country.save()
    page = read(client, "/fa/directory/de/")
    [link] = page.select(".emergency a")
    assert (link["href"], words(link.bdi), link.bdi["dir"]) == ("tel:116016", "116 016", "ltr")
    assert "خشونت در خانه" in words(page.select_one(".emergency"))


def test_each_kind_of_help_leads_to_as_much_as_it_says(client: Client) -> None:
    legal, food = NeedFactory(slug="legal"), NeedFactory(slug="food")
    NeedFactory(slug="money")
    ServiceFactory.create_batch(2, needs=[legal])
    ServiceFactory(needs=[food], everywhere=True)
    ServiceFactory(needs=[legal], country=CountryFactory(code="FR"))
    page = read(client, "/en/directory/de/")
    assert sorted(lines(page, ".tile")) == ["Food 1 offer", "Legal 2 offers"]
    for tile in page.select(".tile"):
        assert words(read(client, tile["href"]).select_one("#found")) == words(tile.select_one(".quiet"))
    everything = page.find("a", string="Show all 3 offers")
    assert words(read(client, everything["href"]).select_one("#found")) == "3 offers"


def test_what_is_of_no_kind_can_be_seen_as_well(client: Client) -> None:
    ServiceFactory()
    assert read(client, "/en/directory/de/").find("a", string="Show 1 offer")


def test_it_has_the_offices_there(client: Client) -> None:
    CountryFactory()
    office = pages.OfficePageFactory(title="Berlin")
    pages.OfficePageFactory(parent=office.get_parent(), title="Paris", country__code="FR")
    offices = section(read(client, "/en/directory/de/"), "Our offices")
    assert lines(offices, "h3") == ["Berlin"]
    assert [link["href"] for link in offices.select("a")] == [
        "tel:+493023125000",
        "mailto:berlin@example.org",
    ]


def test_the_search_box_searches_in_this_country(client: Client) -> None:
    CountryFactory()
    page = read(client, "/en/directory/de/")
    assert [(kept["name"], kept["value"]) for kept in page.select(".search [type=hidden]")] == [
        ("country", "de")
    ]


@pytest.mark.parametrize("code", ["xx", "fr", "DE"])
def test_a_country_that_is_not_published_is_not_there(client: Client, code: str) -> None:
    CountryFactory(code="FR", is_published=False)
    CountryFactory()
    assert client.get(f"/en/directory/{code}/").status_code == 404


def test_more_listings_needs_numbers_and_offices_cost_no_more_queries(client: Client) -> None:
    country = CountryFactory()
    ServiceFactory(needs=[NeedFactory(slug="legal")])
    office = pages.OfficePageFactory()
    read(client, "/fa/directory/de/")
    before = queries_of(client, "/fa/directory/de/")
    for kind in ("police", "fire", "crisis"):
        country.emergency_numbers.create(kind=kind, number="110")
    country.save()
    ServiceFactory.create_batch(5, needs=[NeedFactory(slug="food"), NeedFactory(slug="money")])
    for _ in range(3):
        pages.OfficePageFactory(parent=office.get_parent())
    read(client, "/fa/directory/de/")
    after = queries_of(client, "/fa/directory/de/")
    assert len(after) <= len(before) <= 6
    assert writes(before) == writes(after) == []
