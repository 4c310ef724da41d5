"""The index of Elasticsearch and the listings: they agree, or it is known where they do not."""

import io
import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.utils import timezone

from directory.models import Service
from search import outbox
from search.models import Entry, EntryCard, EntryPhrases, EntryText, Outbox
from search.outbox import Versioned
from search.query import Order, Point, Query
from tests.engines.in_use import bring_up_to_date
from tests.factories import LocationFactory, ServiceFactory

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def cluster():
    from search.engines.elasticsearch.connection import client

    return client()


@pytest.fixture
def engine():
    """Elasticsearch as it is, however far the worker has come."""
    from search.engines.elasticsearch.engine import ElasticsearchEngine

    return ElasticsearchEngine.of_settings()


@pytest.fixture
def harbour() -> Service:
    listing = ServiceFactory(name="Harbour office")
    bring_up_to_date()
    return listing


def search_index(*arguments: str) -> str:
    output = io.StringIO()
    call_command("search_index", *arguments, stdout=output)
    return output.getvalue()


def indexes(cluster) -> set[str]:
    from search.engines.elasticsearch.connection import alias

    return set(cluster.options(request_timeout=30).indices.get(index=f"{alias()}-*"))


def found(engine, text: str) -> int:
    return engine.search(Query(text=text)).total


def test_what_is_hidden_is_not_shown_even_before_the_index_hears_of_it(harbour, engine) -> None:
    assert len(engine.search(Query(text="harbour")).hits) == 1
    Service.objects.get(pk=harbour.pk).delete()
    assert engine.search(Query(text="harbour")).hits == ()
    bring_up_to_date()
    assert found(engine, "harbour") == 0


def test_a_listing_that_expires_is_gone_by_the_clock_alone(engine) -> None:
    ServiceFactory(name="Harbour office", expire_at=timezone.now() + timedelta(hours=1))
    bring_up_to_date()
    assert found(engine, "harbour") == 1
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert found(engine, "harbour") == 0


def test_an_older_version_never_replaces_a_newer_one(harbour, cluster, engine) -> None:
    from search.engines.elasticsearch.connection import alias
    from search.engines.elasticsearch.writing import write

    late = Versioned(harbour.pk, Outbox.objects.get().version)
    harbour.name = "Station office"
    harbour.save()
    bring_up_to_date()
    Entry.objects.filter(pk=harbour.pk).update(hidden_on=0)
    written = write(cluster, alias(), [late], until_seen=True)
    assert written.lasting == [late]
    assert found(engine, "station") == 1


def test_what_the_index_refuses_holds_up_nothing_else(harbour, engine) -> None:
    broken = ServiceFactory(name="Nowhere office")
    Entry.objects.filter(pk=broken.pk).update(points="999.0,999.0")
    ServiceFactory(name="Station office")
    bring_up_to_date()
    assert found(engine, "station") == 1
    refused = Outbox.objects.get(pk=broken.pk)
    assert refused.attempts == 1
    assert "latitude" in refused.error


def test_an_index_that_takes_no_writes_blames_no_listing(harbour, cluster) -> None:
    """As every index is when a disk is full."""
    from search.engines import EngineAwayError
    from search.engines.elasticsearch.connection import alias

    cluster.indices.put_settings(index=alias(), settings={"index.blocks.read_only_allow_delete": True})
    harbour.save()
    with pytest.raises(EngineAwayError):
        bring_up_to_date()
    assert Outbox.objects.get().attempts == 0
    cluster.indices.put_settings(index=alias(), settings={"index.blocks.read_only_allow_delete": None})
    bring_up_to_date()
    assert not outbox.is_waiting()


def test_opening_hours_are_renewed_before_they_end(engine) -> None:
    from search.engines.elasticsearch.document import DAYS_OF_HOURS

    listing = ServiceFactory(name="Harbour office")
    listing.locations.set([LocationFactory(organization=listing.organization)])
    for weekday in range(7):
        listing.schedules.create(weekday=weekday, opens_at="00:00", closes_at="23:59")
    listing.save()
    bring_up_to_date()
    ends = timezone.now() + timedelta(days=DAYS_OF_HOURS - 2)
    assert timezone.now().timestamp() < Outbox.objects.get().due_at < ends.timestamp()
    noon = timezone.now().replace(hour=12, minute=0) + timedelta(days=DAYS_OF_HOURS + 3)
    with time_machine.travel(noon):
        assert engine.search(Query(open_now=True)).total == 0
        bring_up_to_date()
        assert engine.search(Query(open_now=True)).total == 1


def test_a_rebuilt_index_takes_the_place_of_the_old_one(harbour, cluster, engine) -> None:
    before = indexes(cluster)
    assert "1 listings" in search_index("rebuild", "--only-elasticsearch")
    assert len(indexes(cluster)) == 1
    assert indexes(cluster).isdisjoint(before)
    assert found(engine, "harbour") == 1
    assert not outbox.is_waiting()
    assert "agrees" in search_index("verify")


def test_what_changes_during_a_rebuild_is_in_the_new_index(harbour, engine, monkeypatch) -> None:
    """The worker brings a change to the old index, after the new one has copied the listing."""
    from search.engines.elasticsearch import indices

    prepare = indices.prepare

    def meanwhile(*arguments: object) -> None:
        prepare(*arguments)
        harbour.name = "Station office"
        harbour.save()
        bring_up_to_date()

    monkeypatch.setattr(indices, "prepare", meanwhile)
    search_index("rebuild", "--only-elasticsearch")
    bring_up_to_date()
    assert found(engine, "station") == 1
    assert "agrees" in search_index("verify")


def test_a_rebuild_that_fails_leaves_the_old_index_and_nothing_else(
    harbour, cluster, engine, monkeypatch
) -> None:
    from search.engines.elasticsearch import indices

    def fail(*_arguments: object) -> None:
        raise KeyboardInterrupt

    before = indexes(cluster)
    monkeypatch.setattr(indices, "prepare", fail)
    with pytest.raises(KeyboardInterrupt):
        search_index("rebuild", "--only-elasticsearch")
    assert indexes(cluster) == before
    assert found(engine, "harbour") == 1


def test_verify_names_each_listing_that_differs_and_repair_brings_those(harbour, cluster, engine) -> None:
    from search.engines.elasticsearch.connection import alias

    listings = ServiceFactory.create_batch(3, name="Station office")
    bring_up_to_date()
    missing, outdated, _right = listings
    cluster.delete(index=alias(), id=str(missing.pk), refresh=True)
    Outbox.objects.filter(pk=outdated.pk).update(version=50)
    cluster.index(
        index=alias(),
        id="4711",
        document={"service_id": 4711},
        version=9,
        version_type="external",
        refresh=True,
    )
    with pytest.raises(CommandError) as told:
        search_index("verify")
    named = re.findall(r"(\d+) \(", str(told.value))
    assert set(map(int, named)) == {missing.pk, outdated.pk, 4711}
    assert "3 listings" in search_index("repair")
    assert "agrees" in search_index("verify")
    assert found(engine, "station") == 3


def test_status_says_what_waits_and_what_was_given_up(harbour) -> None:
    ServiceFactory(name="Station office")
    Outbox.objects.filter(pk=harbour.pk).update(gave_up_at=timezone.now(), due_at=None)
    status = search_index("status")
    assert "Waiting: 1" in status
    assert "Given up: 1" in status
    assert "1 listings in panah-test" in status


@pytest.fixture
def many() -> int:
    """More than Elasticsearch counts from the first hit; written as rows, because saving takes minutes."""
    count = 10_120
    model = ServiceFactory(name="Harbour office")
    for kind in (Entry, EntryText, EntryPhrases, EntryCard):
        row = kind.objects.get(pk=model.pk)
        rows = [_copy(row, number) for number in range(100, 100 + count - 1)]
        kind.objects.bulk_create(rows, batch_size=2_000)
    outbox.note_everything()
    search_index("rebuild", "--only-elasticsearch")
    return count


def _copy(row: Model, number: int) -> object:
    values = {field.name: getattr(row, field.name) for field in row._meta.fields}
    return type(row)(**{**values, "service_id": number})


def test_pages_go_on_past_ten_thousand(many: int, engine) -> None:
    for query in (
        Query(text="harbour"),
        Query(order=Order.RECENT),
        Query(near=Point(53.55, 10.0), order=Order.NEAREST),
    ):
        pages = [engine.search(query.on_page(number)) for number in (500, 501, 506, 507, 5000)]
        assert {page.total for page in pages} == {many}
        assert [len(page.hits) for page in pages] == [20, 20, 20, 0, 0]
        ids = [hit.service_id for page in pages for hit in page.hits]
        assert ids == sorted(set(ids))
        assert ids[-1] == many + 98
