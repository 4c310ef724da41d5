"""What programs are answered: /api/v1/search, its description and its errors."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from directory.models import City, ServiceTranslation
from tests.factories import (
    CountryFactory,
    LocationFactory,
    NeedFactory,
    OrganizationFactory,
    ServiceFactory,
)
from tests.reading import writes

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/search"
FIELDS = {
    "id", "external_id", "name", "summary", "language", "organization", "country", "city", "needs", "url",
    "verified_on", "distance_km",
}  # fmt: skip


def ask(**parameters: object) -> dict:
    response = Client().get(ADDRESS, parameters)
    assert response.status_code == 200, response.text
    assert response.headers["Content-Type"].startswith("application/json")
    return response.json()


def names(**parameters: object) -> set[str]:
    return {result["name"] for result in ask(**parameters)["results"]}


@pytest.fixture
def lawyer():
    return ServiceFactory(
        name="Rechtsberatung",
        summary="Wir hören zu.",
        source_language="de",
        organization=OrganizationFactory(name="Hafen e. V."),
        external_id="L-17",
        needs=[NeedFactory(slug="legal", names={"en": "Legal help", "fa": "حقوقی"})],
        locations=[LocationFactory()],
        cost="free",
    )


def test_a_listing_is_answered_with_all_that_a_program_needs(lawyer) -> None:
    answer = ask(lang="fa", q="Rechtsberatung")
    assert set(answer) == {"total", "results", "facets", "understood", "did_you_mean"}
    assert answer["total"] == 1
    assert answer["results"] == [
        {
            "id": str(lawyer.pk),
            "external_id": "L-17",
            "name": "Rechtsberatung",
            "summary": "Wir hören zu.",
            "language": "de",
            "organization": "Hafen e. V.",
            "country": "DE",
            "city": "هامبورگ",
            "needs": ["legal"],
            "url": f"http://127.0.0.1:8000/fa/directory/listing/{lawyer.pk}/",
            "verified_on": lawyer.verified_on.isoformat(),
            "distance_km": None,
        }
    ]


def test_name_and_summary_are_in_the_reader_s_language_where_there_is_a_translation(lawyer) -> None:
    ServiceTranslation.objects.create(service=lawyer, language="fa", name="مشاوره", summary="رایگان")
    result = ask(lang="fa")["results"][0]
    assert (result["name"], result["summary"], result["language"]) == ("مشاوره", "رایگان", "fa")
    assert ask(lang="de")["results"][0]["language"] == "de"


def test_the_language_of_the_name_is_that_of_the_summary_too(lawyer) -> None:
    ServiceTranslation.objects.create(service=lawyer, language="fa", name="مشاوره")
    result = ask(lang="fa")["results"][0]
    assert (result["name"], result["summary"], result["language"]) == ("مشاوره", "", "fa")


def test_what_is_not_known_is_empty_or_null() -> None:
    ServiceFactory(everywhere=True, verified_on=None)
    result = ask()["results"][0]
    assert result["external_id"] == result["country"] == result["city"] == ""
    assert result["verified_on"] is None
    assert set(result) == FIELDS


def test_filters_repeat_to_widen() -> None:
    for slug in ("legal", "housing", "work"):
        ServiceFactory(name=slug, needs=[NeedFactory(slug=slug)])
    assert names(need=["legal", "work"]) == {"legal", "work"}


def test_different_filters_narrow(lawyer) -> None:
    ServiceFactory(name="Elsewhere", country=CountryFactory(code="FR"), cost="free")
    assert names(free="1", country="de") == {"Rechtsberatung"}
    assert names(free="true") == {"Rechtsberatung", "Elsewhere"}
    assert names(free="0", country=["DE", "fr"]) == {"Rechtsberatung", "Elsewhere"}


@pytest.mark.parametrize("written", ["Germany", "آلمان", "ألمانيا", "allemagne", "Deutschland", "de", "DEU"])
def test_a_country_is_known_by_its_code_and_its_names(lawyer, written: str) -> None:
    ServiceFactory(name="Elsewhere", country=CountryFactory(code="FR"))
    assert names(country=written) == {"Rechtsberatung"}


@pytest.mark.parametrize(
    "written", ["hamburg", "Hamburg", "HAMBURG", "هامبورگ", "هامبورغ", "Hambourg", "  hamburg "]
)
def test_a_city_is_known_by_its_names_in_every_language(lawyer, written: str) -> None:
    munich = City.objects.get(slug="munich")
    ServiceFactory(name="Elsewhere", locations=[LocationFactory(city=munich)])
    assert names(city=written) == {"Rechtsberatung"}


@pytest.mark.parametrize("written", ["München", "Muenchen", "munchen", "Munich", "munich", "مونیخ", "ميونخ"])
def test_a_city_is_known_in_every_spelling(lawyer, written: str) -> None:
    munich = City.objects.get(slug="munich")
    ServiceFactory(name="Isar", locations=[LocationFactory(city=munich)])
    assert names(city=written) == {"Isar"}


def test_of_cities_with_one_name_the_one_in_the_country_is_meant() -> None:
    for name, slug, code in (("Thames", "london", "GB"), ("Ontario", "london-ca", "CA")):
        place = LocationFactory(city=City.objects.get(slug=slug))
        ServiceFactory(name=name, country=CountryFactory(code=code), locations=[place])
    assert names(city="London") == {"Thames"}
    assert names(city="London", country="CA") == {"Ontario"}


def test_countries_have_other_codes_that_people_write() -> None:
    ServiceFactory(name="Thames", country=CountryFactory(code="GB"))
    ServiceFactory(name="Hudson", country=CountryFactory(code="US"))
    assert names(country="UK") == {"Thames"}
    assert names(country="usa") == {"Hudson"}
    assert names(country="Atlantis") == set()


def test_a_city_that_nobody_knows_has_no_listings(lawyer) -> None:
    assert ask(city="Atlantis")["total"] == 0
    assert ask(city=["Atlantis", "Hamburg"])["total"] == 1


def test_distances_are_told_where_a_point_is_given(lawyer) -> None:
    answer = ask(near="53.551,9.994", radius_km=20, order="nearest")
    assert answer["total"] == 1
    assert answer["results"][0]["distance_km"] < 1
    assert ask(near="48.137, 11.575", radius_km=20)["total"] == 0


def test_facets_stand_under_the_names_of_their_parameters(lawyer) -> None:
    facets = ask(lang="fa")["facets"]
    assert set(facets) == {
        "country", "city", "need", "language", "delivery", "audience", "free", "no_papers", "open_now",
    }  # fmt: skip
    assert facets["need"] == [{"value": "legal", "label": "حقوقی", "count": 1}]
    assert facets["city"] == [{"value": "hamburg", "label": "هامبورگ", "count": 1}]
    assert facets["free"] == [{"value": "1", "label": "رایگان", "count": 1}]


def test_every_value_that_a_facet_offers_gives_the_number_it_says(lawyer) -> None:
    ServiceFactory(everywhere=True, by_phone=True)
    for parameter, choices in ask()["facets"].items():
        for choice in choices:
            assert ask(**{parameter: choice["value"]})["total"] == choice["count"]


def test_nothing_is_answered_that_the_site_does_not_show(lawyer) -> None:
    ServiceFactory(name="Draft", draft=True)
    ServiceFactory(name="Paused", paused=True)
    ServiceFactory(name="Long overdue", long_overdue=True)
    ServiceFactory(name="Unpublished", country=CountryFactory(code="FR", is_published=False))
    hidden = ServiceFactory(name="Shelter", locations=[LocationFactory(hidden=True)])
    hidden.internal_note = "Ask for Maryam"
    hidden.save()
    answer = ask()
    assert {result["name"] for result in answer["results"]} == {"Rechtsberatung", "Shelter"}
    assert next(r for r in answer["results"] if r["name"] == "Shelter")["city"] == ""
    assert "Maryam" not in json.dumps(answer)


def test_pages_follow_each_other_and_end_with_an_empty_one() -> None:
    for number in range(5):
        ServiceFactory(name=f"Listing {number}")
    pages = [ask(page=page, page_size=2) for page in (1, 2, 3, 4)]
    assert [len(page["results"]) for page in pages] == [2, 2, 1, 0]
    assert {page["total"] for page in pages} == {5}
    assert len({result["id"] for page in pages for result in page["results"]}) == 5


def test_the_total_is_that_of_the_facets_however_one_pages_and_sorts(demonstration) -> None:
    """What is only close stands below what fits, in no number."""
    asked = {"lang": "en", "q": "lawyer hamburg"}
    first = ask(**asked)
    [legal] = [choice for choice in first["facets"]["need"] if choice["value"] == "legal"]
    assert 0 < first["total"] == legal["count"] < len(first["results"])
    for paged in ({"page": 2}, {"page_size": 5}, {"page_size": 1, "page": 2}, {"order": "recent"}):
        assert ask(**asked, **paged)["total"] == first["total"], paged
    fitting = {result["id"] for result in ask(**asked, order="recent")["results"]}
    assert {result["id"] for result in first["results"][: first["total"]]} == fitting
    assert ask(**asked, page=2)["results"] == []


def test_a_parameter_without_a_value_counts_as_not_given(lawyer) -> None:
    empty = dict.fromkeys(
        ["lang", "q", "country", "need", "language", "city", "delivery", "audience", "free", "no_papers",
         "open_now", "near", "radius_km", "order", "page", "page_size"], "",
    )  # fmt: skip
    assert ask(**empty) == ask()
    assert ask()["total"] == 1


@pytest.mark.parametrize("text", ["\0", "' OR 1=1 --", '"', "*", "\u202e", "\ud83d\ude00", "NEAR(", "  "])
def test_any_text_may_be_looked_for(lawyer, text: str) -> None:
    ask(q=text.encode("utf-16", "surrogatepass").decode("utf-16"))


def test_text_that_is_not_unicode_is_answered() -> None:
    assert Client().get(f"{ADDRESS}?q=%ff%fe").status_code == 200


def test_a_listing_checked_today_says_so() -> None:
    ServiceFactory(verified_on=localdate())
    assert ask()["results"][0]["verified_on"] == localdate().isoformat()


def test_a_partner_s_page_in_a_browser_may_read_it(client: Client) -> None:
    for address in (ADDRESS, f"{ADDRESS}?page=x", "/api/v1/openapi.json"):
        assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"
    preflight = client.options(ADDRESS, headers={"origin": "https://partner.example"})
    assert preflight.status_code == 204
    assert "GET" in preflight.headers["Access-Control-Allow-Methods"]


def test_asking_sets_no_cookie_and_has_every_header_of_a_page(client: Client) -> None:
    response = client.get(ADDRESS)
    assert not response.cookies
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "Cookie" not in response.headers["Vary"]


def test_an_answer_asked_for_again_is_ready_until_something_is_published(client: Client, lawyer) -> None:
    for _program in range(3):
        ready = client.get(ADDRESS)
    with CaptureQueriesContext(connection) as captured:
        again = client.get(ADDRESS, headers={"if-none-match": ready.headers["ETag"]})
    assert again.status_code == 304
    assert len(captured) == 1
    assert ready.headers["Access-Control-Allow-Origin"] == "*"
    ServiceFactory(name="New")
    assert client.get(ADDRESS).json()["total"] == 2


@pytest.mark.django_db(transaction=True)
def test_asking_costs_few_queries_and_writes_nothing(lawyer) -> None:
    """In a worker that has met the words of the site: what is not committed is never kept."""
    parameters = {
        "lang": "fa",
        "q": "Rechtsberatung",
        "city": ["München", "Hamburg", "Köln"],
        "country": "DE",
    }
    counts = []
    for _round in range(2):
        ask(**parameters)
        with CaptureQueriesContext(connection) as captured:
            Client().get(ADDRESS, parameters, headers={"cookie": "any=1"})
        assert writes([query["sql"] for query in captured]) == []
        counts.append(len(captured))
        for number in range(10):
            ServiceFactory(name=f"Rechtsberatung {number}", locations=[LocationFactory()])
    assert counts[1] <= counts[0] <= 8, counts
