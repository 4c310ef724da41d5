"""Whatever changes what the public sees of a listing is told, once, within its transaction."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone

from directory.models import (
    Country,
    Location,
    LocationContact,
    Need,
    NeedTranslation,
    Organization,
    Service,
    ServiceLanguage,
    ServiceSchedule,
    ServiceTranslation,
)
from directory.signals import listings_changed, told_together
from pagecache import generation
from tests.factories import CountryFactory, LocationFactory, NeedFactory, OrganizationFactory, ServiceFactory

pytestmark = pytest.mark.django_db


class Listener(list):
    """Hears the ids of each telling, and how the listings looked at that moment."""

    def __call__(self, ids: list[int], **_kwargs: object) -> None:
        assert connection.in_atomic_block
        self.append(ids)


@pytest.fixture
def listing() -> Service:
    listing = ServiceFactory(needs=[NeedFactory()])
    listing.locations.set([LocationFactory(organization=listing.organization)])
    listing.schedules.create(weekday=0, opens_at="09:00", closes_at="17:00")
    listing.save()
    ServiceFactory()
    return listing


@pytest.fixture
def told(listing: Service) -> Iterator[Listener]:
    listener = Listener()
    listings_changed.connect(listener)
    yield listener
    listings_changed.disconnect(listener)


def test_a_listing_with_its_rows_is_one_change(listing: Service, told: Listener) -> None:
    listing.name = "Another name"
    listing.schedules.add(listing.schedules.model(weekday=1))
    listing.languages.add(listing.languages.model(code="fa"))
    listing.needs.set([NeedFactory(slug="housing")])
    told.clear()
    listing.save()
    assert told == [[listing.pk]]


def test_a_new_and_a_deleted_listing(told: Listener) -> None:
    listing = ServiceFactory()
    number = listing.pk
    told.clear()
    listing.delete()
    assert told == [[number]]


def test_all_rows_are_written_when_it_is_told(listing: Service) -> None:
    seen = []

    def look(ids: list[int], **_kwargs: object) -> None:
        seen.extend(Service.objects.get(pk=ids[0]).languages.values_list("code", flat=True))

    listing.languages.add(listing.languages.model(code="fa"))
    listings_changed.connect(look)
    listing.save()
    listings_changed.disconnect(look)
    assert seen == ["fa"]


def test_a_row_saved_on_its_own(listing: Service, told: Listener) -> None:
    hours = Service.objects.get(pk=listing.pk).schedules.get()
    hours.note = "by appointment"
    hours.save()
    hours.delete()
    assert told == [[listing.pk], [listing.pk]]


def test_a_draft_is_not_told_but_its_publication_is(listing: Service, told: Listener) -> None:
    listing.name = "A better name"
    revision = listing.save_revision()
    assert told == []
    revision.publish()
    assert told == [[listing.pk]]


def test_a_published_hour_is_told(listing: Service, told: Listener) -> None:
    draft = Service.objects.get(pk=listing.pk)
    hours = draft.schedules.get()
    hours.note = "by appointment"
    draft.schedules.add(hours)
    draft.save_revision().publish()
    assert told == [[listing.pk]]
    assert Service.objects.get(pk=listing.pk).schedules.get().note == "by appointment"


def test_taken_off_the_site(listing: Service, told: Listener) -> None:
    listing.unpublish()
    assert told == [[listing.pk]]


def test_expired_on_schedule(listing: Service, told: Listener) -> None:
    Service.objects.filter(pk=listing.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    told.clear()
    call_command("publish_scheduled")
    assert told == [[listing.pk]]
    assert not Service.objects.get(pk=listing.pk).live


def test_locking_is_nobodys_business(listing: Service, told: Listener) -> None:
    listing.locked = True
    listing.save(update_fields=["locked"])
    assert told == []


def test_an_organization_renamed(listing: Service, told: Listener) -> None:
    listing.organization.name = "New name"
    listing.organization.save()
    assert told == [[listing.pk]]


def test_a_number_of_the_organization(listing: Service, told: Listener) -> None:
    listing.organization.contacts.create(kind="email", value="help@example.org")
    listing.organization.save()
    assert told == [[listing.pk]]


def test_an_address(listing: Service, told: Listener) -> None:
    place = Location.objects.get()
    place.address_1 = "Kurze Straße 2"
    place.save()
    assert told == [[listing.pk]]


def test_a_new_word_for_a_need(listing: Service, told: Listener) -> None:
    words = Need.objects.get().translations.get()
    words.words = "lawyer"
    words.save()
    assert told == [[listing.pk]]


def test_a_broader_need_renamed(listing: Service, told: Listener) -> None:
    narrow = Need.objects.get()
    broad = NeedFactory(slug="law")
    narrow.parent = broad
    narrow.save()
    told.clear()
    NeedTranslation.objects.create(need=broad, language="fa", name="حقوق")
    assert told == [[listing.pk]]


def test_a_country_taken_off_the_site(listing: Service, told: Listener) -> None:
    neighbour = ServiceFactory(country=CountryFactory(code="FR"))
    neighbour.also_serves.set([Country.objects.get(code="DE")])
    neighbour.save()
    told.clear()
    country = Country.objects.get(code="DE")
    country.is_published = False
    country.save()
    assert told == [sorted(Service.objects.values_list("pk", flat=True))]


def test_links_from_the_other_side(listing: Service, told: Listener) -> None:
    NeedFactory(slug="housing").services.add(listing)
    assert told == [[listing.pk]]


def test_what_no_listing_shows_is_not_told(told: Listener) -> None:
    OrganizationFactory().save()
    assert told == []


def test_a_change_that_fails_is_not_told(listing: Service, told: Listener) -> None:
    listing.schedules.add(listing.schedules.model(weekday=9))
    with pytest.raises(Exception, match="weekday"), transaction.atomic():
        listing.save()
    assert told == []


def test_listings_updated_in_bulk_are_told_once(listing: Service, told: Listener) -> None:
    assert Service.objects.filter(name=listing.name).update(name="Another name") == 1
    assert told == [[listing.pk]]


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (Organization, {"name": "New name"}),
        (Location, {"address_1": "Kurze Straße 2"}),
        (Need, {"order": 7}),
        (NeedTranslation, {"words": "solicitor"}),
        (ServiceSchedule, {"note": "by appointment"}),
    ],
)
def test_whatever_a_listing_shows_is_told_when_it_is_updated_in_bulk(
    listing: Service, told: Listener, model: type, changes: dict[str, object]
) -> None:
    shown = {
        Organization: {"services": listing},
        Location: {"services": listing},
        Need: {"services": listing},
        NeedTranslation: {"need__services": listing},
        ServiceSchedule: {"service": listing},
    }
    assert model.objects.filter(**shown[model]).update(**changes)
    assert told == [[listing.pk]]


def test_a_country_taken_off_the_site_in_bulk(listing: Service, told: Listener) -> None:
    Country.objects.update(is_published=False)
    assert told == [sorted(Service.objects.values_list("pk", flat=True))]


def test_rows_added_in_bulk_are_told(listing: Service, told: Listener) -> None:
    ServiceTranslation.objects.bulk_create(
        [ServiceTranslation(service=listing, language=language, name="Rat") for language in ("de", "fa")]
    )
    LocationContact.objects.bulk_create(
        [LocationContact(location=Location.objects.get(), kind="email", value="help@example.org")]
    )
    assert told == [[listing.pk], [listing.pk]]


def test_rows_that_are_there_already_are_told_all_the_same(listing: Service, told: Listener) -> None:
    rows = [ServiceLanguage(service=listing, code="fa")]
    ServiceLanguage.objects.bulk_create(rows, ignore_conflicts=True)
    assert told == [[listing.pk]]


def test_rows_updated_from_memory_are_told_once_and_not_looked_up(
    listing: Service, told: Listener, django_assert_num_queries
) -> None:
    listings = list(Service.objects.select_related("country"))
    for each in listings:
        each.name = "Another name"
    listings_changed.disconnect(told)
    receivers, listings_changed.receivers = listings_changed.receivers, []
    listings_changed.connect(told)
    with django_assert_num_queries(3):  # a transaction and its update
        Service.objects.bulk_update(listings, ["name"])
    listings_changed.receivers = receivers
    assert told == [[each.pk for each in sorted(listings, key=lambda each: each.pk)]]


def test_a_row_that_moves_to_another_listing_changes_both(listing: Service, told: Listener) -> None:
    other = Service.objects.exclude(pk=listing.pk).get()
    ServiceSchedule.objects.filter(service=listing).update(service=other)
    assert told == [[listing.pk, other.pk]]
    hours = ServiceSchedule.objects.get()
    hours.service = listing
    ServiceSchedule.objects.bulk_update([hours], ["service"])
    assert told[1:] == [[listing.pk, other.pk]]


def test_several_bulk_changes_may_be_told_as_one(listing: Service, told: Listener) -> None:
    with told_together():
        Service.objects.update(wait_time="a week")
        Organization.objects.update(name="New name")
        assert told == []
    assert told == [sorted(Service.objects.values_list("pk", flat=True))]


def test_what_wagtail_notes_in_bulk_is_nobodys_business(listing: Service, told: Listener) -> None:
    Service.objects.update(locked=True)
    assert told == []


def test_a_bulk_change_that_fails_is_not_told(listing: Service, told: Listener) -> None:
    with pytest.raises(Exception, match="weekday"), transaction.atomic():
        ServiceSchedule.objects.update(weekday=9)
    assert told == []


def test_pages_are_made_anew_for_rows_that_no_listing_shows(listing: Service) -> None:
    NeedFactory(slug="housing")
    before = generation.current()
    NeedTranslation.objects.filter(need__slug="housing").update(name="Homes")
    assert generation.current() > before
