"""Where little fits every word, what helps all the same comes below it, and is in no count."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from directory.models import City, Need, Service
from search.engines import current
from search.finding import Found, find
from search.query import Query
from tests.factories import LocationFactory, ServiceFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def found(text: str, **asked: object) -> Found:
    return find(current(), Query(text=text, **asked), timezone.now())


def names(hits) -> list[str]:
    return [next(iter(hit.document["name"].values())) for hit in hits]


def listing(name: str, need: str, city: str = "", *, secret: bool = False, **facts: object) -> Service:
    place = city and LocationFactory(city=City.objects.get(slug=city), hidden=secret)
    return ServiceFactory(
        name=name, needs=[Need.objects.get(slug=need)], locations=[place] if place else [], **facts
    )


def test_a_place_with_a_secret_address_is_close_to_the_city_that_it_names() -> None:
    listing("Open house", "womens-refuge", "berlin", for_women=True)
    listing("Shelter near Berlin", "womens-refuge", "berlin", secret=True, for_women=True)
    result = found("women's refuge berlin")
    assert names(result.results.hits) == ["Open house"]
    assert names(result.close)[0] == "Shelter near Berlin"


def test_help_for_everybody_and_from_afar_comes_before_the_rest_of_the_country() -> None:
    listing("Dentist in Berlin", "dental-care", "berlin")
    listing("Dentist in Munich", "dental-care", "munich")
    listing("Advice by phone", "dental-care", "munich", by_phone=True)
    listing("Advice for all", "dental-care", serves_everywhere=True, country=None)
    result = found("dentist berlin")
    assert names(result.results.hits) == ["Dentist in Berlin"]
    assert names(result.close)[:2] == ["Advice for all", "Advice by phone"]
    assert "Dentist in Munich" in names(result.close)


def test_a_wish_that_few_fulfil_is_given_up_below() -> None:
    persian = listing("With Persian", "dental-care", "berlin")
    persian.languages.create(code="fa")
    persian.save()
    listing("Without", "dental-care", "berlin")
    result = found("Persian-speaking dentist in Berlin")
    assert names(result.results.hits) == ["With Persian"]
    assert names(result.close)[0] == "Without"


def test_nothing_stands_twice_and_no_count_knows_of_it() -> None:
    listing("Dentist in Berlin", "dental-care", "berlin")
    listing("Dentist in Munich", "dental-care", "munich")
    result = found("dentist berlin")
    ids = [hit.service_id for hit in (*result.results.hits, *result.close)]
    assert len(ids) == len(set(ids)) == 2
    assert result.results.total == 1


def test_whoever_chose_something_by_hand_gets_what_was_promised() -> None:
    listing("Dentist in Berlin", "dental-care", "berlin")
    listing("Dentist in Munich", "dental-care", "munich")
    assert found("dentist", city=("berlin",)).close == ()
    assert found("dentist berlin", free=True).close == ()


def test_where_nothing_fits_nothing_is_close() -> None:
    listing("Dentist in Munich", "dental-care", "munich")
    assert found("qwertz blorf").close == ()


def test_the_page_sets_it_apart(client: Client) -> None:
    listing("Dentist in Berlin", "dental-care", "berlin")
    listing("Dentist in Munich", "dental-care", "munich")
    page = BeautifulSoup(client.get("/en/directory/?q=dentist+berlin").content, "html.parser")
    texts = [heading.get_text(" ", strip=True) for heading in page.select("#content h2, #content h3")]
    ours = [text for text in texts if text in {"1 offer", "This may help too"} or "Dentist" in text]
    assert ours == ["1 offer", "Dentist in Berlin", "This may help too", "Dentist in Munich"]


def test_a_program_gets_it_last_and_in_no_count(client: Client) -> None:
    listing("Dentist in Berlin", "dental-care", "berlin")
    listing("Dentist in Munich", "dental-care", "munich")
    answer = client.get("/api/v1/search", {"q": "dentist berlin", "lang": "en"}).json()
    assert [result["name"] for result in answer["results"]] == ["Dentist in Berlin", "Dentist in Munich"]
    assert answer["total"] == 1
    assert [choice["count"] for choice in answer["facets"]["need"] if choice["value"] == "dental-care"] == [1]
