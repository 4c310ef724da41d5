"""Elasticsearch is switched on and does not answer: the site does."""

import socket
import time
from collections.abc import Iterator

import pytest
from django.test import Client

from search import engines, outbox
from search.models import Outbox
from search.query import Query
from tests.engines.connections import forgotten_connections
from tests.factories import ServiceFactory
from tests.running_site import free_port

pytestmark = pytest.mark.django_db
NOTICE = b"Search takes a simpler way"


@pytest.fixture
def nobody_there(settings) -> Iterator[None]:
    settings.ELASTICSEARCH_URL = [f"http://127.0.0.1:{free_port()}"]
    with forgotten_connections():
        yield


@pytest.fixture
def silent_server(settings) -> Iterator[None]:
    """It takes every connection and says nothing."""
    with socket.socket() as listening, forgotten_connections():
        listening.bind(("127.0.0.1", 0))
        listening.listen(50)
        settings.ELASTICSEARCH_URL = [f"http://127.0.0.1:{listening.getsockname()[1]}"]
        yield


def test_the_database_answers_and_the_page_says_so(nobody_there, client: Client) -> None:
    ServiceFactory(name="Harbour office")
    page = client.get("/en/directory/", {"q": "harbour"})
    assert page.status_code == 200
    assert b"Harbour office" in page.content
    assert NOTICE in page.content


def test_without_elasticsearch_there_is_nothing_to_say(client: Client, settings) -> None:
    settings.ELASTICSEARCH_URL = []
    ServiceFactory(name="Harbour office")
    assert NOTICE not in client.get("/en/directory/", {"q": "harbour"}).content


def test_also_where_nothing_is_found(nobody_there, client: Client) -> None:
    page = client.get("/en/directory/", {"q": "unheardof"})
    assert page.status_code == 200
    assert NOTICE in page.content


def test_publishing_does_not_wait_and_the_change_is_kept(silent_server) -> None:
    began = time.perf_counter()
    listing = ServiceFactory(name="Harbour office")
    assert time.perf_counter() - began < 1
    assert Outbox.objects.filter(pk=listing.pk, due_at__isnull=False).exists()


def test_a_server_that_is_slow_is_waited_for_once_and_then_left_alone(silent_server) -> None:
    ServiceFactory(name="Harbour office")
    began = time.perf_counter()
    assert engines.current().search(Query(text="harbour")).total == 1
    assert time.perf_counter() - began < 1.5
    began = time.perf_counter()
    assert engines.current().search(Query(text="harbour")).by_substitute
    assert time.perf_counter() - began < 0.5


def test_an_index_that_has_not_heard_for_long_is_not_asked(silent_server) -> None:
    ServiceFactory(name="Harbour office")
    Outbox.objects.update(due_at=int(time.time()) - outbox.LATE_SECONDS - 1)
    began = time.perf_counter()
    assert engines.current().search(Query(text="harbour")).by_substitute
    assert time.perf_counter() - began < 0.5


def test_what_is_asked_within_one_moment_is_answered_by_one_engine(nobody_there) -> None:
    ServiceFactory(name="Harbour office")
    engine = engines.current()
    with engine.at_one_moment():
        with engine.at_one_moment():
            assert engine.search(Query(text="harbour")).by_substitute
        assert engine.search(Query(text="harbour")).by_substitute
        assert engine.relaxations(Query(text="harbour unheardof"))
