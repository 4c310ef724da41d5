"""The public page of what is needed where."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils.timezone import localdate

from directory.models import Need
from tests.factories import CountryFactory, ServiceFactory
from tests.factories.volunteers import CoordinatorUserFactory, TaskFactory
from volunteers.enums import TaskStatus
from volunteers.models import Wanted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("taxonomy")]
PAGE = "/en/volunteer/"


def missing(client: Client) -> list[str]:
    found = re.search(r"nobody there yet for: ([^<]*)", client.get(PAGE).text)
    return found[1].split(", ") if found else []


def test_a_kind_of_help_is_missing_until_a_listing_there_gives_it(client: Client) -> None:
    CoordinatorUserFactory(country="DE")
    legal = Need.objects.get(slug="legal")
    elsewhere = ServiceFactory(needs=[legal], country=CountryFactory(code="FR"))
    before = missing(client)
    ServiceFactory(needs=[legal], country=CountryFactory(code="DE"), organization=elsewhere.organization)
    after = missing(client)
    assert [name for name in before if name not in after] == ["Legal help"]


def waiting_for(client: Client) -> list[str]:
    page = BeautifulSoup(client.get(PAGE).text, "html.parser")
    return [line.text for line in page.select(".call li")]


def test_kinds_of_help_that_somebody_waits_for_are_told_without_where_when_or_how_many(
    client: Client, coordinator: User
) -> None:
    for on in (localdate(), localdate() + timedelta(days=9)):
        TaskFactory(by=coordinator, on=on)
    TaskFactory(by=coordinator, facts={"skill": "driving", "languages": ()})
    assert waiting_for(client) == ["Driving", "Interpreting: Persian – German"]
    page = client.get(PAGE).text
    assert not any(told in page for told in ("Hamburg", "10:00", "Shirin", coordinator.username))


@pytest.mark.parametrize(
    "task",
    [{"status": status} for status in TaskStatus if status != TaskStatus.OPEN]
    + [{"on": localdate() - timedelta(days=1)}],
    ids=str,
)
def test_nobody_is_called_for_what_is_over_or_taken(client: Client, coordinator: User, task: dict) -> None:
    TaskFactory(by=coordinator, **task)
    assert waiting_for(client) == []


@pytest.mark.parametrize(
    ("languages", "shown"),
    [(("fr", "en", "fa"), "fr"), (("de", "fa", "en"), "en"), (("fa",), "fa")],
    ids=str,
)
def test_what_coordinators_say_is_told_in_the_language_that_is_nearest(
    client: Client, coordinator: User, languages: tuple[str, ...], shown: str
) -> None:
    """The reader's own, else English, else whichever there is; marked as what it is."""
    for language in languages:
        Wanted.objects.create(country_id="DE", language=language, text=f"Words in {language}")
    page = BeautifulSoup(client.get("/fr/volunteer/").text, "html.parser")
    words = page.select_one(".call [lang]")
    assert (words["lang"], words.text.strip()) == (shown, f"Words in {shown}")


def test_more_countries_are_no_more_queries(client: Client, django_assert_max_num_queries: Callable) -> None:
    for country in ("AT", "DE", "FR", "SE", "US"):
        CoordinatorUserFactory(country=country)
    client.get(PAGE)
    with django_assert_max_num_queries(8):
        client.get(PAGE)
