import pytest
from django.core.checks import run_checks
from django.test import Client
from pytest_django import Settings

LANGUAGES = ["fa", "ar", "en", "fr", "de"]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_out_leads_to_a_neutral_page_in_the_readers_language(client: Client, language: str) -> None:
    response = client.get(f"/{language}/exit/")
    assert response.status_code == 303
    assert response["Location"] == f"https://{language}.wikipedia.org/"


def test_the_way_out_clears_what_it_can_and_says_nothing_of_where_it_came_from(client: Client) -> None:
    response = client.get("/fa/exit/")
    assert response["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert not response.content


@pytest.mark.usefixtures("without_database")
def test_the_way_out_needs_no_database(client: Client) -> None:
    assert client.get("/fa/exit/")["Location"] == "https://fa.wikipedia.org/"


def test_the_destination_is_chosen_by_who_runs_the_site(client: Client, settings: Settings) -> None:
    settings.EXIT_DESTINATIONS = settings.EXIT_DESTINATIONS | {"de": "https://weather.example/"}
    assert client.get("/de/exit/")["Location"] == "https://weather.example/"


@pytest.mark.parametrize("wrong", ["", "weather.example", "http://weather.example/", "javascript:alert(1)"])
def test_a_destination_that_is_no_https_address_is_told_at_start(settings: Settings, wrong: str) -> None:
    settings.EXIT_DESTINATIONS = settings.EXIT_DESTINATIONS | {"de": wrong}
    assert [message.msg for message in run_checks() if message.id == "home.E001"] == [
        "There is no https address to leave to in: de."
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_safety_page_names_the_destination(client: Client, language: str) -> None:
    page = client.get(f"/{language}/safety/").content.decode()
    assert f"https://{language}.wikipedia.org/" in page
    assert f'<html lang="{language}"' in page
