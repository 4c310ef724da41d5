"""Every address of the site for every role. An address that roles.toml does not list fails."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.config.addresses import Numbers, routes
from tests.factories import CountryFactory
from tests.factories.casework import CaseworkerFactory
from tests.factories.volunteers import VolunteerFactory
from tests.reading import writes
from volunteers.models import Coordinator
from volunteers.pages import presence

pytestmark = [
    pytest.mark.django_db,
    # A report of the translation package pages through rows without an order.
    pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
]
GROUPS = ["Translators", "Contributors", "Editors", "Administrators", "Coordinators", "Caseworkers"]
# "volunteer" is somebody who opened their own page by a link, and has no account.
ROLES = ["anonymous", "volunteer", *GROUPS, "superuser"]
TABLE: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("roles.toml").read_text())
LOG_IN = "admin/login/"
# The translation package does not expect a form without its file.
NEEDS_A_FILE = "admin/localize/translate/<int:translation_id>/pofile/upload/"


@pytest.fixture
def ask() -> Callable[[str, str, str], HttpResponse]:
    """What that role is answered at that address; whatever it changed is undone."""

    def ask(role: str, method: str, address: str) -> HttpResponse:
        client = Client(raise_request_exception=False)
        if role == "volunteer":
            client.cookies[presence.COOKIE] = presence.pass_of(own_page)
        elif role != "anonymous":
            client.force_login(User.objects.get(username=role))
        with transaction.atomic():
            answer = client.generic(method, address)
            list(answer)  # a file is closed once it is read
            transaction.set_rollback(True)
        return answer

    own_page = VolunteerFactory(told={"email": "another@example.org"})
    User.objects.create_superuser("superuser")
    for group in GROUPS:
        User.objects.create_user(group).groups.add(Group.objects.get(name=group))
    Coordinator.objects.create(
        user=User.objects.get(username="Coordinators"), country=CountryFactory(code="DE")
    )
    CaseworkerFactory(user=User.objects.get(username="Caseworkers"), country="DE")
    return ask


def opens(answer: HttpResponse) -> bool:
    """An address that does not exist is looked for once more below a language."""
    leads_to = answer.headers.get("Location", "").removeprefix("/en/volunteer/own/")
    is_elsewhere = leads_to == "/admin/" or leads_to.startswith(("/admin/login/?next=", "/en/"))
    return answer.status_code < 400 and not is_elsewhere


def may_open(role: str) -> set[str]:
    whose = [listed for who, listed in TABLE.items() if who == "everybody" or role.lower() in who.split("-")]
    return {route for listed in whose for route in listed}


def test_every_address_is_listed_once() -> None:
    listed = [route for routes_of_some in TABLE.values() for route in routes_of_some]
    assert sorted(listed) == sorted(routes())


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_its_own_addresses_and_no_others(ask: Callable[..., HttpResponse], role: str) -> None:
    numbers = Numbers()
    opened, broken, done = set(), [], []
    for route in routes():
        address = numbers.filled_in(route)
        answer = ask(role, "GET", address)
        if answer.status_code == 405:
            answer = ask(role, "POST", address)
        if answer.status_code >= 500 and route != NEEDS_A_FILE:
            broken.append((address, answer.status_code))
        if opens(answer):
            opened.add(route)
        elif route != LOG_IN and opens(ask(role, "POST", address)):
            done.append(address)
    assert broken == []
    assert done == [], "what cannot be opened cannot be done by sending a form there either"
    assert opened == may_open(role)


def test_nothing_is_written_where_a_visitor_only_reads(client: Client) -> None:
    numbers = Numbers()
    for route in may_open("anonymous"):
        address = numbers.filled_in(route)
        with CaptureQueriesContext(connection) as asked:
            list(client.get(address))  # a file is closed once it is read
        assert writes([query["sql"] for query in asked.captured_queries]) == [], address
