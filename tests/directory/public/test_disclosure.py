"""What an editor keeps inside stays inside, whatever is made from a listing."""

import json
from dataclasses import asdict

import pytest

from directory import parts
from directory.enums import ContactKind, ContactVisibility
from directory.models import LocationContact, Service, ServiceContact
from directory.public import card_document, facts_of
from tests.factories.directory import LocationFactory, OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db

SECRETS = {
    "street": "Secret Street 7",
    "more": "Back yard of the bakery",
    "house": "House of the Linden",
    "way": "Bus 42 to the chapel",
    "postcode": "22999",
    "staff number": "+493011111111",
    "private number": "+493022222222",
    "number of the hidden house": "+493033333333",
    "note": "Her brother works next door",
}
ADDRESS = {
    "name": SECRETS["house"],
    "address_1": SECRETS["street"],
    "address_2": SECRETS["more"],
    "postal_code": SECRETS["postcode"],
    "transportation": SECRETS["way"],
    "internal_note": SECRETS["note"],
    "latitude": 53.612345,
    "longitude": 10.012345,
}


@pytest.fixture
def shelter():
    organization = OrganizationFactory(internal_note=SECRETS["note"])
    hidden = LocationFactory(hidden=True, organization=organization, **ADDRESS)
    area = LocationFactory(area_only=True, organization=organization, **ADDRESS)
    LocationContact.objects.create(
        location=hidden, kind=ContactKind.PHONE, value=SECRETS["number of the hidden house"]
    )
    service = ServiceFactory(
        organization=organization, locations=[hidden, area], internal_note=SECRETS["note"]
    )
    for visibility, value in (
        (ContactVisibility.STAFF, SECRETS["staff number"]),
        (ContactVisibility.PRIVATE, SECRETS["private number"]),
        (ContactVisibility.PUBLIC, "+493023125000"),
    ):
        ServiceContact.objects.create(
            service=service, kind=ContactKind.PHONE, value=value, visibility=visibility
        )
    return parts.complete([Service.objects.get(pk=service.pk)])[0]


def holds(output, secret):
    return secret in output


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_facts_and_index_document_hold_no_secret(shelter, secret):
    facts = facts_of(shelter)
    assert "+493023125000" in str(asdict(facts))
    assert not holds(str(asdict(facts)), secret)
    assert not holds(json.dumps(card_document(facts), ensure_ascii=False), secret)


def test_a_place_shown_by_its_city_has_the_coordinates_of_the_city(shelter):
    [place] = facts_of(shelter).places
    assert place.town["en"] == "Hamburg"
    assert not place.is_exact
    assert (place.latitude, place.longitude) != (53.612345, 10.012345)
    assert round(place.latitude) == 54


def test_a_hidden_place_is_not_even_named_by_its_city():
    service = ServiceFactory(locations=[LocationFactory(hidden=True)])
    assert facts_of(service).places == ()
    assert card_document(facts_of(service))["towns"] == []
