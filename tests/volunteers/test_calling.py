"""What coordinators say in public: each for their own countries, in as many languages as they like."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client

from tests.factories import CountryFactory
from tests.factories.volunteers import CoordinatorUserFactory
from volunteers.models import Coordinator, Wanted

pytestmark = pytest.mark.django_db
WANTED = "/admin/volunteers/wanted/"
NOTHING = dict.fromkeys(("fa", "ar", "en", "fr", "de"), "")


def test_whoever_coordinates_several_countries_chooses_one_of_them(desk: Client, coordinator: User) -> None:
    Coordinator.objects.create(user=coordinator, country=CountryFactory(code="AT"))
    CoordinatorUserFactory(country="FR")
    page = BeautifulSoup(desk.get(WANTED).text, "html.parser")
    addresses = [link["href"] for link in page.select("main a") if link["href"].startswith(WANTED)]
    assert set(addresses) - {WANTED} == {f"{WANTED}AT/", f"{WANTED}DE/"}


def test_what_is_said_is_there_to_be_changed_and_gone_once_it_is_empty(desk: Client) -> None:
    desk.post(f"{WANTED}DE/", {**NOTHING, "en": "Drivers", "de": "Leute mit Auto"})
    page = BeautifulSoup(desk.get(f"{WANTED}DE/").text, "html.parser")
    assert page.select_one("[name=de]").text.strip() == "Leute mit Auto"
    desk.post(f"{WANTED}DE/", {**NOTHING, "en": "Drivers"})
    assert list(Wanted.objects.values_list("country", "language", "text")) == [("DE", "en", "Drivers")]


def test_what_is_too_long_comes_back_and_changes_nothing(desk: Client) -> None:
    desk.post(f"{WANTED}DE/", {**NOTHING, "en": "Drivers"})
    refused = desk.post(f"{WANTED}DE/", {**NOTHING, "en": "x" * 1_001, "fa": "راننده"})
    assert "راننده" in refused.text
    assert Wanted.objects.get().text == "Drivers"


def test_nobody_speaks_for_another_country(
    desk: Client, log_in: Callable[[User], Client], coordinator: User
) -> None:
    paris = log_in(CoordinatorUserFactory(country="FR"))
    assert paris.post(f"{WANTED}DE/", {**NOTHING, "en": "Nobody"}, follow=True).status_code == 404
    assert not Wanted.objects.exists()
