"""The public page of what is needed where."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from directory.models import Need
from tests.factories import CountryFactory, ServiceFactory
from tests.factories.volunteers import CoordinatorUserFactory

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


def test_more_countries_are_no_more_queries(client: Client, django_assert_max_num_queries: Callable) -> None:
    for country in ("AT", "DE", "FR", "SE", "US"):
        CoordinatorUserFactory(country=country)
    client.get(PAGE)
    with django_assert_max_num_queries(8):
        client.get(PAGE)
