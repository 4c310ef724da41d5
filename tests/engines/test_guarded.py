"""A cluster that asks who comes, behind TLS: who is known is answered, for others the database answers."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as of_this_run
from django.test import Client

from tests.engines.connections import forgotten_connections
from tests.engines.guarded import API_KEY, PASSWORD, USER, Guarded, guarded
from tests.engines.in_use import bring_up_to_date
from tests.factories import ServiceFactory

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]

NOTICE = "Search takes a simpler way"
NAME = {"ELASTICSEARCH_USER": USER, "ELASTICSEARCH_PASSWORD": PASSWORD}
KEY = {"ELASTICSEARCH_API_KEY": API_KEY}
REFUSED = "The database answers for Elasticsearch (AuthenticationException)"
NOT_TRUSTED = "The database answers for Elasticsearch (TlsError)"


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    with guarded(of_this_run.ELASTICSEARCH_URL[0], tmp_path_factory.mktemp("node")) as node:
        yield node


@pytest.fixture
def _behind_the_door(settings, node: Guarded) -> Iterator[None]:
    settings.ELASTICSEARCH_URL = [node.url]
    settings.ELASTICSEARCH_CA_CERT = str(node.certificate)
    with forgotten_connections():
        yield


def come_as(settings, credentials: dict[str, str]) -> None:
    for name, value in credentials.items():
        setattr(settings, name, value)


def page(client: Client) -> str:
    return client.get("/en/directory/", {"q": "harbour", "visit": time.monotonic_ns()}).text


def page_of_elasticsearch(client: Client) -> str:
    """On a busy machine the first answer may come too late; it is tried again in its own time."""
    deadline = time.monotonic() + 30
    while NOTICE in (found := page(client)):
        assert time.monotonic() < deadline, "Elasticsearch does not answer"
    return found


def the_database_answers(client: Client) -> None:
    """With what it holds, and the notice."""
    ServiceFactory(name="Harbour office")
    found = page(client)
    assert "Harbour office" in found
    assert NOTICE in found


@pytest.mark.usefixtures("_behind_the_door")
@pytest.mark.parametrize("credentials", [NAME, KEY], ids=["name", "key"])
def test_who_is_known_is_answered(client: Client, settings, credentials: dict[str, str]) -> None:
    come_as(settings, credentials)
    ServiceFactory(name="Harbour office")
    bring_up_to_date()
    assert "Harbour office" in page_of_elasticsearch(client)


@pytest.mark.usefixtures("_behind_the_door")
@pytest.mark.parametrize(
    "credentials",
    [NAME | {"ELASTICSEARCH_PASSWORD": "wrong"}, {"ELASTICSEARCH_API_KEY": "d3Jvbmc="}, {}],
    ids=["wrong password", "wrong key", "nobody"],
)
def test_for_who_is_not_known_the_database_answers_and_says_so(
    client: Client, settings, caplog: pytest.LogCaptureFixture, credentials: dict[str, str]
) -> None:
    come_as(settings, credentials)
    the_database_answers(client)
    assert REFUSED in caplog.messages


@pytest.mark.usefixtures("_behind_the_door")
def test_a_node_whose_certificate_nobody_vouches_for_is_told_nothing(
    client: Client, settings, caplog: pytest.LogCaptureFixture
) -> None:
    come_as(settings, NAME | {"ELASTICSEARCH_CA_CERT": ""})
    the_database_answers(client)
    assert NOT_TRUSTED in caplog.messages


@pytest.mark.usefixtures("_behind_the_door")
def test_nor_one_that_has_the_certificate_of_another(
    client: Client, settings, node: Guarded, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with guarded(of_this_run.ELASTICSEARCH_URL[0], tmp_path) as another:
        come_as(settings, NAME | {"ELASTICSEARCH_CA_CERT": str(another.certificate)})
        the_database_answers(client)
    assert NOT_TRUSTED in caplog.messages
