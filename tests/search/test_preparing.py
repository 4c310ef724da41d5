"""A process that has just started answers before it has read what only searches need."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.test import Client

from search import finding
from tests.factories import ServiceFactory
from tests.reading import queries_of

pytestmark = pytest.mark.django_db


@contextmanager
def reading_that_takes_long(monkeypatch: pytest.MonkeyPatch) -> Iterator[Thread]:
    goes_on = Event()
    monkeypatch.setattr(finding, "gazetteer", lambda: goes_on.wait(timeout=60))
    thread = finding.prepare_beside_requests()
    yield thread
    goes_on.set()
    thread.join()


@pytest.mark.parametrize("address", ["/en/", "/en/directory/", "/robots.txt"])
def test_pages_do_not_wait_for_it(client: Client, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    ServiceFactory()
    with reading_that_takes_long(monkeypatch) as thread:
        assert client.get(address).status_code == 200
        assert thread.is_alive()


@pytest.mark.django_db(transaction=True)
def test_the_first_search_finds_it_read(client: Client) -> None:
    ServiceFactory()
    finding.prepare_beside_requests().join()
    client.get("/en/directory/")
    first, later = (queries_of(client, f"/en/directory/?q={words}") for words in ("lawyer", "solicitor"))
    # Which choices words name belongs to the index, and is read with the first words that it is asked for.
    names = [statement for statement in first if statement.startswith('SELECT "search_choicename"')]
    assert len(first) - len(names) == len(later)
