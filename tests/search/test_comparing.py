"""`search_index verify` finds whatever the index has wrong, whoever wrote it, and `repair` mends it."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from directory.models import Need, NeedTranslation, Service, ServiceTranslation
from search import outbox
from search.engines import current
from search.finding import find
from search.models import EntryCard, EntryPhrases, EntryText, Outbox
from search.query import Query
from tests.factories import LocationFactory, NeedFactory, ServiceFactory

pytestmark = pytest.mark.django_db


def search_index(action: str) -> str:
    output = StringIO()
    call_command("search_index", action, stdout=output)
    return output.getvalue()


def found(text: str) -> list[int]:
    return [hit.service_id for hit in find(current(), Query(text=text), timezone.now()).results.hits]


def untold(statement: str) -> None:
    """Written past everything that tells: by hand in the database, or by another program."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def listing() -> Service:
    places = [LocationFactory(), LocationFactory()]
    listing = ServiceFactory(name="Harbour", summary="[New] Come in", locations=places)
    listing.needs.set([NeedFactory(slug="legal"), NeedFactory(slug="housing")])
    listing.schedules.create(weekday=0, opens_at="09:00", closes_at="17:00", note="by appointment")
    listing.contacts.create(kind="email", value="help@example.org")
    for code in ("fa", "ku", "de"):
        listing.languages.create(code=code)
    listing.translations.create(language="fa", name="بندر")
    listing.save()
    ServiceFactory(paused=True)
    ServiceFactory(draft=True)
    ServiceFactory().delete()
    return listing


def test_an_index_that_is_right_agrees(listing) -> None:
    assert "agrees" in search_index("verify")
    assert "0 listings" in search_index("repair")


def test_a_whole_directory_agrees_and_will_on_another_day(demonstration) -> None:
    assert "agrees" in search_index("verify")
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        assert "agrees" in search_index("verify")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE directory_service SET name = 'Station'",
        "UPDATE directory_organization SET name = 'Station'",
        "UPDATE directory_service SET live = FALSE",
        "UPDATE directory_servicelanguage SET code = 'ar' WHERE code = 'fa'",
        "UPDATE directory_serviceschedule SET closes_at = '18:00'",
        "DELETE FROM directory_service_needs",
        "UPDATE search_entrytext SET names = ''",
        "DELETE FROM search_entryphrases",
    ],
)
def test_a_change_that_nobody_told_of_is_named_and_mended(listing, statement: str) -> None:
    outbox.settle(outbox.claim())
    untold(statement)
    with pytest.raises(CommandError, match=rf"about: .*\b{listing.pk}\b"):
        search_index("verify")
    search_index("repair")
    assert "agrees" in search_index("verify")
    assert Outbox.objects.get(pk=listing.pk).due_at


def test_only_what_differs_is_mended(listing) -> None:
    other = ServiceFactory(name="Office")
    outbox.settle(outbox.claim())
    untold("UPDATE directory_service SET name = 'Station' WHERE name = 'Harbour'")
    assert "1 listings" in search_index("repair")
    assert found("station") == [listing.pk]
    assert not Outbox.objects.get(pk=other.pk).due_at


def test_words_of_a_need_that_nobody_told_of_are_mended_too(listing) -> None:
    untold("UPDATE directory_needtranslation SET words = 'solicitor'")
    with pytest.raises(CommandError, match="legal"):
        search_index("verify")
    search_index("repair")
    assert "agrees" in search_index("verify")


def test_what_a_listing_left_behind_is_found(listing) -> None:
    number = listing.pk
    cards, texts = EntryCard.objects.get(pk=number), EntryText.objects.get(pk=number)
    listing.delete()
    cards.save()
    texts.save()
    assert not EntryPhrases.objects.filter(pk=number).exists()
    with pytest.raises(CommandError, match=rf"about: {number}\."):
        search_index("verify")
    search_index("repair")
    assert not EntryCard.objects.filter(pk=number).exists()


def test_rows_written_in_bulk_leave_nothing_to_mend(listing) -> None:
    Service.objects.update(name="Station")
    ServiceTranslation.objects.update(summary="A warm room")
    Need.objects.update(order=1)
    NeedTranslation.objects.update(words="solicitor")
    assert "agrees" in search_index("verify")
