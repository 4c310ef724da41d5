"""Who sees which of what is known of a volunteer: a table, read from every page that there is."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.forms import CharField
from django.test import Client

from tests.factories.casework import caseworker
from tests.factories.volunteers import CoordinatorUserFactory, TaskFactory, VolunteerFactory
from volunteers import asking
from volunteers.enums import CheckKind, Event, LinkPurpose, Role, Status
from volunteers.forms import PARTS
from volunteers.links import new_link
from volunteers.models import Check, Note, Task, Volunteer
from volunteers.moving import move
from volunteers.pages.presence import COOKIE, pass_of

pytestmark = pytest.mark.django_db
TOLD = {
    "name": "Planted-name",
    "email": "planted@example.org",
    "phone": "+49 40 987654321",
    "reach": "Planted-reach",
    "city": "Planted-city",
    "credential": "Planted-credential",
    "limits": "Planted-limits",
    "references": "Planted-reference",
}
FOUND_OUT = {"check": "Planted-check", "note": "Planted-note", "who": "planted-colleague"}
OF_THE_TASK = {"what is needed": "Interpreting: Persian", "details": "Planted-details"}
KNOWN = {**TOLD, **FOUND_OUT, **OF_THE_TASK}

ALL_TOLD, ALL_FOUND_OUT = set(TOLD), set(FOUND_OUT)
# Which kinds of help somebody waits for stands on the public page; for whom, where and when does not.
SEEN_BY_EVERYBODY = {"public": {"what is needed"}}
SEEN_AT = {
    "the volunteer": {"own": {*ALL_TOLD, "what is needed"}, "file": {*ALL_TOLD, "what is needed"}},
    "whoever has the link of a question": {"question": {"what is needed"}},
    "coordinator of the country": {
        "list": {"name", "city"},
        "sheet": ALL_TOLD | ALL_FOUND_OUT,
        "tasks": {"what is needed"},
        "task": {"name", "who", "what is needed", "details"},
    },
    "coordinator of another country": {},
    "caseworker of the country": {},
    "editor": {},
    "translator": {},
    "administrator": {},
    "superuser": {"coordinators": {"who"}},
    "anonymous": {},
}


@pytest.fixture
def volunteer() -> Volunteer:
    colleague = CoordinatorUserFactory(username="planted-colleague")
    volunteer = VolunteerFactory(status=Status.CONFIRMED, told=TOLD | {"city_slug": ""})
    move(volunteer, Event.TAKE_UP, Role.COORDINATOR, colleague)
    for kind in CheckKind:
        Check.objects.create(volunteer=volunteer, by=colleague, kind=kind, text="Planted-check")
    Note.objects.create(volunteer=volunteer, by=colleague, text="Planted-note")
    Volunteer.objects.update(status=Status.ACTIVE)
    volunteer.refresh_from_db()
    asking.ask(TaskFactory(by=colleague, details="Planted-details"), [volunteer])
    return volunteer


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def of_group(name: str) -> Client:
    user = User.objects.create_user(name)
    user.groups.add(Group.objects.get(name=name))
    return logged_in(user)


def herself(volunteer: Volunteer) -> Client:
    client = Client()
    client.cookies[COOKIE] = pass_of(volunteer)
    return client


BROWSERS: dict[str, Callable[[Volunteer], Client]] = {
    "the volunteer": herself,
    "whoever has the link of a question": lambda _volunteer: Client(),
    "coordinator of the country": lambda _volunteer: logged_in(CoordinatorUserFactory()),
    "coordinator of another country": lambda _volunteer: logged_in(CoordinatorUserFactory(country="FR")),
    "caseworker of the country": lambda _volunteer: logged_in(caseworker("DE")),
    "editor": lambda _volunteer: of_group("Editors"),
    "translator": lambda _volunteer: of_group("Translators"),
    "administrator": lambda _volunteer: of_group("Administrators"),
    "superuser": lambda _volunteer: logged_in(User.objects.create_superuser("root")),
    "anonymous": lambda _volunteer: Client(),
}


def pages(volunteer: Volunteer) -> dict[str, str]:
    desk = "/admin/volunteers/"
    return {
        "public": "/en/volunteer/",
        "own": "/en/volunteer/own/",
        "file": "/en/volunteer/own/data/",
        "list": f"{desk}?status=active",
        "sheet": f"{desk}sheet/{volunteer.pk}/",
        "tasks": f"{desk}tasks/",
        "task": f"{desk}tasks/{Task.objects.get().pk}/",
        "coordinators": f"{desk}coordinators/",
        "country": "/admin/countries/usage/DE/",
        "who opened what": "/admin/reports/access/",
        "site history": "/admin/reports/site-history/",
    }


@pytest.mark.parametrize("who", BROWSERS)
def test_everybody_sees_what_the_table_says_and_nothing_else(volunteer: Volunteer, who: str) -> None:
    browser, seen = BROWSERS[who](volunteer), {}
    addresses = pages(volunteer)
    if who == "whoever has the link of a question":
        link = new_link(volunteer, LinkPurpose.ANSWER, ask=volunteer.asks.get())
        addresses["question"] = link.removeprefix(settings.SITE_URL)
    for name, address in addresses.items():
        answer = browser.get(address)
        if found := {field for field, value in KNOWN.items() if value in answer.text}:
            seen[name] = found
    assert seen == {**SEEN_BY_EVERYBODY, **SEEN_AT[who]}


def test_the_table_knows_every_question_that_is_answered_in_words() -> None:
    fields = [each for part in PARTS.values() for each in part.base_fields.items()]
    assert set(TOLD) == {name for name, field in fields if isinstance(field, CharField)}
