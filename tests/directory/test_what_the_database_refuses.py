"""Rules of the data hold in the database itself, whoever writes."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils.timezone import localdate

from directory.models import Country, Location, Need, Organization, Service, ServiceContact, ServiceSchedule
from tests.factories import CountryFactory, LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def test_a_listing_that_serves_no_country() -> None:
    listing = ServiceFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=listing.pk).update(country=None, serves_everywhere=False)


def test_a_listing_that_serves_no_country_is_told_so_beside_the_field() -> None:
    listing = ServiceFactory.build(country=None, organization=OrganizationFactory())
    with pytest.raises(ValidationError) as error:
        listing.full_clean()
    assert list(error.value.error_dict) == ["country"]


def test_a_listing_for_everywhere_needs_no_country() -> None:
    assert ServiceFactory(everywhere=True).country is None


def test_a_check_in_the_future() -> None:
    listing = ServiceFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Service.objects.filter(pk=listing.pk).update(verified_on=localdate() + timedelta(days=1))
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceFactory(verified_on=localdate() + timedelta(days=2))


def test_a_check_today() -> None:
    ServiceFactory(verified_on=localdate()).full_clean()


def hours(opens_at: time | None, closes_at: time | None, **facts: object) -> ServiceSchedule:
    return ServiceSchedule(
        service=ServiceFactory(), weekday=0, opens_at=opens_at, closes_at=closes_at, **facts
    )


@pytest.mark.parametrize(
    ("opens_at", "closes_at", "facts"),
    [
        (time(17), time(9), {}),
        (time(9), time(9), {}),
        (time(9), None, {}),
        (None, time(9), {}),
        (time(9), time(17), {"closes_next_day": True}),
    ],
)
def test_hours_that_cannot_be(opens_at: time | None, closes_at: time | None, facts: dict) -> None:
    with pytest.raises(ValidationError):
        hours(opens_at, closes_at, **facts).clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        hours(opens_at, closes_at, **facts).save()


@pytest.mark.parametrize(
    ("opens_at", "closes_at", "facts"),
    [
        (time(9), time(17), {}),
        (time(22), time(6), {"closes_next_day": True}),
        (time(0), time(0), {"closes_next_day": True}),
        (None, None, {}),
    ],
)
def test_hours_that_can_be(opens_at: time | None, closes_at: time | None, facts: dict) -> None:
    possible = hours(opens_at, closes_at, **facts)
    possible.clean()
    possible.save()


@pytest.mark.parametrize("number", ["hello", "+49", "1", "+493 1", "+4930231250001234567", "030 23125000 x"])
def test_a_number_no_phone_can_dial(number: str) -> None:
    contact = ServiceContact(service=ServiceFactory(), kind="phone", value=number)
    with pytest.raises(IntegrityError), transaction.atomic():
        contact.save()


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("030 23125 000", "+493023125000"),
        ("+49 30 23125-000", "+493023125000"),
        ("۰۳۰ ۲۳۱۲۵ ۰۰۰", "+493023125000"),
        ("116 123", "116123"),
        ("112", "112"),
    ],
)
def test_a_number_as_people_write_it(written: str, dialled: str) -> None:
    contact = ServiceContact(service=ServiceFactory(), kind="phone", value=written)
    contact.full_clean()
    contact.save()
    assert contact.value == dialled


def test_an_extension_is_kept_apart() -> None:
    service = ServiceFactory(country=CountryFactory(code="US"))
    contact = ServiceContact(service=service, kind="phone", value="312-346-9766 x 715")
    contact.full_clean()
    assert (contact.value, contact.extension) == ("+13123469766", "715")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org", "example.org"])
def test_a_website_that_is_not_http(address: str) -> None:
    contact = ServiceContact(service=ServiceFactory(), kind="website", value=address)
    with pytest.raises(ValidationError) as error:
        contact.full_clean()
    assert "value" in error.value.error_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        contact.save()


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://example.org", "example.org", "https://a b"]
)
def test_an_organizations_website_that_is_not_http(address: str) -> None:
    organization = OrganizationFactory(website="https://example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        Organization.objects.filter(pk=organization.pk).update(website=address)


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 0), (0, 181), (-91, 0), (10, None)])
def test_a_point_off_the_globe(latitude: float, longitude: float | None) -> None:
    place = LocationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Location.objects.filter(pk=place.pk).update(latitude=latitude, longitude=longitude)


@pytest.mark.usefixtures("listing_in_use")
@pytest.mark.parametrize("model", [Need, Location, Country])
def test_deleting_what_listings_use_is_refused_with_a_list_of_them(model: type) -> None:
    with pytest.raises(ProtectedError) as refusal, transaction.atomic():
        model.objects.all().delete()
    assert Service.objects.get() in refusal.value.protected_objects


@pytest.fixture
def listing_in_use() -> Service:
    return ServiceFactory(needs=[NeedFactory()], locations=[LocationFactory()])


def test_deleting_an_organization_with_listings_is_refused(listing_in_use: Service) -> None:
    with pytest.raises(ProtectedError) as refusal:
        listing_in_use.organization.delete()
    assert refusal.value.protected_objects == {listing_in_use}


def test_the_rules_are_in_the_database_not_only_in_forms() -> None:
    names = {
        name
        for table in connection.introspection.table_names()
        if table.startswith("directory_")
        for name, facts in connection.introspection.get_constraints(connection.cursor(), table).items()
        if facts["check"]
    }
    assert {
        "service_serves_a_country",
        "location_lies_on_the_globe",
        "servicecontact_can_be_dialled",
        "locationcontact_can_be_dialled",
        "serviceschedule_closes_after_it_opens",
        "organization_website_is_http",
    } <= names
