"""Which clock a place goes by, where nobody said."""

import pytest

from directory.models import City
from directory.zones import zone_of, zone_of_country
from tests.factories import CountryFactory, LocationFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("own", "city", "country", "zone"),
    [
        ("America/Chicago", "hamburg", "US", "America/Chicago"),
        ("", "seattle", "US", "America/Los_Angeles"),
        ("", None, "US", "America/New_York"),
        ("", None, "DE", "Europe/Berlin"),
        # An uninhabited island.
        ("", None, "BV", ""),
    ],
)
def test_a_places_own_zone_then_that_of_its_city_then_that_of_the_largest_city_of_its_country(
    own: str, city: str | None, country: str, zone: str
) -> None:
    place = LocationFactory.build(
        organization=None,
        country=CountryFactory(code=country),
        city=City.objects.get(slug=city) if city else None,
        timezone=own,
    )
    assert zone_of(place) == zone


def test_no_country_has_no_clock() -> None:
    assert zone_of_country(None) == ""
