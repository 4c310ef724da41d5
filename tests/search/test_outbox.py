"""No change is lost on its way to Elasticsearch, whatever happens in between."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from directory.models import NeedTranslation
from search import index, outbox
from search.models import Outbox
from search.outbox import Versioned
from tests.factories import NeedFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    """One that Elasticsearch has already."""
    listing = ServiceFactory(name="Harbour")
    outbox.settle(outbox.claim())
    assert not outbox.is_waiting()
    return listing


def waiting() -> list[int]:
    return list(Outbox.objects.filter(due_at__isnull=False).order_by("pk").values_list("pk", flat=True))


def test_a_changed_listing_waits_at_a_higher_version(listing) -> None:
    before = Outbox.objects.get().version
    listing.save()
    assert waiting() == [listing.pk]
    assert Outbox.objects.get().version > before


def test_a_change_that_is_rolled_back_waits_for_nothing(listing) -> None:
    with transaction.atomic():
        listing.save()
        transaction.set_rollback(True)
    assert waiting() == []


def test_a_deleted_listing_waits_too(listing) -> None:
    number = listing.pk
    listing.delete()
    assert waiting() == [number]


def test_an_organizations_new_name_waits_with_each_of_its_listings(listing) -> None:
    listing.organization.name = "Another name"
    listing.organization.save()
    assert waiting() == [listing.pk]


def test_a_need_that_is_called_otherwise_waits_with_its_listings(listing) -> None:
    need = NeedFactory(slug="legal")
    listing.needs.set([need])
    listing.save()
    outbox.settle(outbox.claim())
    NeedTranslation.objects.get(need=need).save()
    assert waiting() == [listing.pk]


def test_rows_written_in_bulk_wait_too(listing) -> None:
    type(listing).objects.filter(pk=listing.pk).update(name="Station")
    assert waiting() == [listing.pk]


def test_a_bulk_change_that_is_rolled_back_waits_for_nothing(listing) -> None:
    with transaction.atomic():
        type(listing).objects.update(live=False)
        transaction.set_rollback(True)
    assert waiting() == []


def test_an_index_of_the_database_that_is_made_anew_is_sent_as_a_whole(listing) -> None:
    gone = ServiceFactory()
    outbox.settle(outbox.claim())
    type(gone).objects.filter(pk=gone.pk).delete()
    outbox.settle(outbox.claim())
    index.rebuild()
    assert waiting() == [listing.pk, gone.pk]


def test_no_two_workers_take_the_same_listing(listing) -> None:
    listing.save()
    assert [each.service_id for each in outbox.claim()] == [listing.pk]
    assert outbox.claim() == []


def test_what_a_dead_worker_held_is_taken_by_another(listing) -> None:
    listing.save()
    held = outbox.claim()
    with time_machine.travel(timezone.now() + timedelta(seconds=outbox.LEASE_SECONDS + 1)):
        assert outbox.claim() == held


def test_what_changes_while_a_worker_has_it_stays_due(listing) -> None:
    listing.save()
    held = outbox.claim()
    listing.save()
    outbox.settle(held)
    assert outbox.claim() == [Versioned(listing.pk, held[0].version + 1)]


def test_what_could_not_be_brought_is_due_again_at_once_and_nobody_is_blamed(listing) -> None:
    listing.save()
    held = outbox.claim()
    outbox.release(held)
    assert outbox.claim() == held
    assert Outbox.objects.get().attempts == 0


def test_what_the_index_refuses_is_tried_again_later_and_at_last_given_up(listing) -> None:
    listing.save()
    tries, now = 0, timezone.now()
    while not Outbox.objects.get().gave_up_at:
        with time_machine.travel(now := now + timedelta(hours=1)):
            [held] = outbox.claim()
            outbox.refuse(held, "it has no shape")
            assert outbox.claim() == []
        tries += 1
    assert tries == outbox.MOST_ATTEMPTS
    assert Outbox.objects.get().error == "it has no shape"
    assert outbox.state().given_up == 1


def test_a_listing_that_was_given_up_gets_a_new_chance_with_its_next_change(listing) -> None:
    Outbox.objects.update(gave_up_at=timezone.now(), attempts=outbox.MOST_ATTEMPTS, due_at=None)
    listing.save()
    assert [each.service_id for each in outbox.claim()] == [listing.pk]
    assert outbox.state().given_up == 0


def test_the_index_is_trusted_until_something_waits_for_too_long(listing) -> None:
    listing.save()
    assert not outbox.is_late()
    with time_machine.travel(timezone.now() + timedelta(seconds=outbox.LATE_SECONDS + 2)):
        assert outbox.is_late()


def test_the_index_is_not_trusted_the_more_for_trying_in_vain_or_for_another_change(listing) -> None:
    listing.save()
    with time_machine.travel(timezone.now() + timedelta(seconds=outbox.LATE_SECONDS + 2)):
        outbox.release(outbox.claim())
        assert outbox.is_late()
        listing.save()
        assert outbox.is_late()
        outbox.settle(outbox.claim())
        assert not outbox.is_late()


def test_many_listings_are_noted_and_settled_at_once() -> None:
    numbers = list(range(1, 3 * outbox.BATCH))
    outbox.note(numbers)
    taken = [each for _batch in range(3) for each in outbox.claim()]
    assert sorted(each.service_id for each in taken) == numbers
    outbox.settle(taken)
    assert waiting() == []
