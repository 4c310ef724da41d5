"""The thread beside the requests, and the command that does the same."""

import logging
from collections.abc import Iterator
from threading import Event, Thread

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from search import outbox, worker
from search.engines.elasticsearch import connection as elasticsearch
from search.models import Outbox
from tests.factories import ServiceFactory
from tests.running_site import free_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def nobody_there(settings) -> Iterator[None]:
    settings.ELASTICSEARCH_URL = [f"http://127.0.0.1:{free_port()}"]
    elasticsearch.client.cache_clear()
    yield
    elasticsearch.client.cache_clear()


def run_for(seconds: float) -> None:
    stop = Event()
    thread = Thread(target=worker.run, args=[stop])
    thread.start()
    thread.join(seconds)
    assert thread.is_alive()
    stop.set()
    thread.join(worker.LONGEST_PAUSE_SECONDS)
    assert not thread.is_alive()


def test_it_goes_on_while_elasticsearch_is_away_and_gives_back_what_it_took(nobody_there) -> None:
    listing = ServiceFactory(name="Harbour office")
    run_for(1.5)
    assert [each.service_id for each in outbox.claim()] == [listing.pk]
    assert Outbox.objects.get().attempts == 0


def test_it_goes_on_while_the_database_fails(nobody_there, caplog: pytest.LogCaptureFixture) -> None:
    with connection.schema_editor() as editor:
        editor.alter_db_table(Outbox, "search_outbox", "search_outbox_elsewhere")
    with caplog.at_level(logging.WARNING, logger="search.worker"):
        run_for(1.5)
    assert "waits for the database" in caplog.text


def test_without_elasticsearch_there_is_no_thread(settings) -> None:
    settings.ELASTICSEARCH_URL = []
    assert worker.start_beside_requests() is None


def test_where_a_command_does_it_there_is_no_thread(nobody_there, settings) -> None:
    settings.SEARCH_WORKER = False
    assert worker.start_beside_requests() is None


def test_the_command_says_when_there_is_nothing_to_do(settings) -> None:
    settings.ELASTICSEARCH_URL = []
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        call_command("search_worker")
