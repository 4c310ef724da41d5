"""The front page offers what there is, with numbers that a search there confirms."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home import front_page
from search import engines
from search.query import Query
from tests.factories import pages
from tests.factories.directory import CountryFactory, NeedFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def numbers(language: str = "en") -> dict[str, int]:
    return {country.name: country.count for country in front_page.countries(language)}


def test_countries_have_their_number_of_listings():
    germany, france = CountryFactory(code="DE"), CountryFactory(code="FR")
    ServiceFactory.create_batch(2, country=germany)
    ServiceFactory(country=france)
    ServiceFactory(everywhere=True)

    assert numbers() == {"France": 2, "Germany": 3}
    assert set(numbers("fa")) == {"فرانسه", "آلمان"}


def test_what_is_not_shown_is_not_counted():
    ServiceFactory()
    ServiceFactory(draft=True)
    ServiceFactory(paused=True)
    ServiceFactory(long_overdue=True)

    assert numbers() == {"Germany": 1}


def test_a_country_without_listings_is_not_offered():
    CountryFactory(code="FR")

    assert numbers() == {}


def test_a_number_is_that_of_a_search_in_the_country():
    ServiceFactory.create_batch(3, country=CountryFactory(code="DE"))
    ServiceFactory(country=CountryFactory(code="FR"))

    for country in front_page.countries("en"):
        found = engines.current().search(Query(country=(country.code.upper(),)))
        assert found.total == country.count


def test_names_are_in_the_order_of_the_readers_alphabet_whatever_their_accents():
    for code in ("US", "FR", "EG"):
        ServiceFactory(country=CountryFactory(code=code))

    assert list(numbers("fr")) == ["Égypte", "États-Unis", "France"]


def test_needs_are_tiles_in_the_readers_language(client):
    legal = NeedFactory(slug="legal", names={"en": "Legal advice", "fa": "وکیل"})
    NeedFactory(slug="asylum-law", parent=legal, names={"fa": "پناهندگی"})

    html = client.get("/fa/").content.decode()

    assert "وکیل" in html
    assert "need=legal" in html
    assert "پناهندگی" not in html, "narrower needs have their place in the filters"


def test_danger_has_a_box_of_its_own(client):
    home = pages.home_in("en")
    home.emergency_text = "Leave the room and call."
    home.save_revision().publish()

    box = re.search(
        r'<section class="emergency".*?</section>', client.get("/en/").content.decode(), re.DOTALL
    )

    assert "Leave the room and call." in box[0]
    assert 'href="/en/safety/"' in box[0]


def test_more_listings_and_countries_cost_no_more_queries(client):
    def queries() -> int:
        """Of the second reader, after the menu was read for the first."""
        client.get("/en/", headers={"cookie": "any=1"})
        with CaptureQueriesContext(connection) as captured:
            client.get("/en/", headers={"cookie": "any=1"})
        return len(captured)

    ServiceFactory(needs=[NeedFactory(slug="legal")])
    few = queries()
    for code in ("FR", "SE", "TR"):
        ServiceFactory.create_batch(
            2, country=CountryFactory(code=code), needs=[NeedFactory(slug=code.lower())]
        )

    assert queries() <= few <= 12
