"""The orders that a reader is offered, each true."""

from datetime import timedelta

import pytest
from bs4 import Tag
from django.test import Client
from django.utils.timezone import localdate

from directory.models import City, Location
from tests.factories import LocationFactory, NeedFactory, ServiceFactory
from tests.reading import lines, read, words

pytestmark = pytest.mark.django_db


def names(page: Tag) -> list[str]:
    return lines(page, ".card h3")


def current(page: Tag) -> list[str]:
    return lines(page, '.orders [aria-current="true"]')


@pytest.fixture
def munich() -> Location:
    return LocationFactory(city=City.objects.get(slug="munich"), latitude=48.1, longitude=11.6)


def test_one_can_order_by_what_fits_by_distance_and_by_the_last_check(
    client: Client, munich: Location
) -> None:
    old = {"verified_on": localdate() - timedelta(days=50)}
    ServiceFactory(name="Lawyer near", locations=[LocationFactory()], **old)
    ServiceFactory(name="Lawyer far", locations=[munich], verified_on=localdate())
    page = read(client, "/en/directory/?q=lawyer&near=53.55,9.99")
    orders = {words(link): link["href"] for link in page.select(".orders a")}
    assert list(orders) == ["Best match", "Nearest", "Recently checked"]
    assert current(page) == ["Best match"]
    nearest = read(client, orders["Nearest"])
    assert (current(nearest), names(nearest)) == (["Nearest"], ["Lawyer near", "Lawyer far"])
    assert names(read(client, orders["Recently checked"])) == ["Lawyer far", "Lawyer near"]


@pytest.mark.parametrize("where", ["", "&city=hamburg&city=munich"])
def test_nearest_is_offered_only_where_there_is_one_place_to_measure_from(
    client: Client, munich: Location, where: str
) -> None:
    """An address that asks for it all the same says what it got: the best first."""
    ServiceFactory(name="Lawyer", locations=[LocationFactory()])
    ServiceFactory(name="Lawyer there", locations=[munich])
    best = read(client, f"/en/directory/?q=lawyer{where}")
    page = read(client, f"/en/directory/?q=lawyer&order=nearest{where}")
    assert lines(page, ".orders a") == lines(best, ".orders a") == ["Best match", "Recently checked"]
    assert current(page) == ["Best match"]
    assert names(page) == names(best)


def test_a_city_in_ones_own_words_is_a_place_to_measure_from(client: Client, town: None) -> None:
    ServiceFactory(needs=[NeedFactory(slug="legal")], locations=[LocationFactory()])
    page = read(client, "/en/directory/?q=lawyer+in+hamburg&order=nearest")
    assert current(page) == ["Nearest"]


def test_a_second_city_widens_also_where_a_distance_is_given(client: Client, munich: Location) -> None:
    ServiceFactory(name="Here", locations=[LocationFactory()])
    ServiceFactory(name="There", locations=[munich])
    assert names(read(client, "/en/directory/?city=hamburg&radius_km=20")) == ["Here"]
    both = read(client, "/en/directory/?city=hamburg&city=munich&radius_km=20")
    assert sorted(names(both)) == ["Here", "There"]
