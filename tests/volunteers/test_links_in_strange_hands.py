"""What programs, other browsers, other sites and whoever reads an old mailbox can do with a link: nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.volunteers import TaskFactory, VolunteerFactory
from tests.reading import writes
from tests.volunteers import form
from tests.volunteers.post import last_letter, letters
from volunteers import asking
from volunteers import letters as letters_of_volunteers
from volunteers.enums import Status
from volunteers.models import Volunteer
from volunteers.pages.presence import COOKIE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coordinator")]
OWN = "/en/volunteer/own/"


def a_newcomer() -> Volunteer:
    newcomer = VolunteerFactory(status=Status.NEW)
    letters_of_volunteers.confirm(newcomer)
    return newcomer


def a_new_address() -> Volunteer:
    volunteer = VolunteerFactory()
    letters_of_volunteers.confirm_new_address(volunteer, "new@example.org")
    return volunteer


def somebody_who_comes_back() -> Volunteer:
    volunteer = VolunteerFactory()
    letters_of_volunteers.own_page(volunteer)
    return volunteer


def somebody_who_is_asked() -> Volunteer:
    volunteer = VolunteerFactory()
    asking.ask(TaskFactory(), [volunteer])
    return volunteer


EACH_LINK = pytest.mark.parametrize(
    "write_to", [a_newcomer, a_new_address, somebody_who_comes_back, somebody_who_is_asked]
)
# As mail scanners, previews and browsers that fetch ahead do it, and as another site's form does.
WITHOUT_A_PERSON: dict[str, Callable[[Client, str], HttpResponse]] = {
    "looked at": lambda client, link: client.get(link),
    "headers alone": lambda client, link: client.head(link),
    "fetched ahead": lambda client, link: client.get(link, headers={"sec-purpose": "prefetch;prerender"}),
    "with an answer in the address": lambda client, link: client.get(f"{link}?answer=yes"),
    "asked what is possible": lambda client, link: client.options(link),
    "put": lambda client, link: client.put(link, {"answer": "yes"}),
    "sent by another site": lambda client, link: client.post(
        link, {"answer": "yes"}, headers={"origin": "https://elsewhere.example"}
    ),
    "sent without its page": lambda client, link: client.post(link, {"answer": "yes"}),
}


@EACH_LINK
@pytest.mark.parametrize("hand", WITHOUT_A_PERSON)
def test_without_somebody_who_presses_nothing_happens(write_to: Callable[[], Volunteer], hand: str) -> None:
    write_to()
    program = Client(enforce_csrf_checks=True)
    with CaptureQueriesContext(connection) as captured:
        answer = WITHOUT_A_PERSON[hand](program, last_letter().link)
    assert writes([query["sql"] for query in captured]) == []
    assert COOKIE not in answer.cookies
    assert program.get(OWN).status_code == 302


@EACH_LINK
def test_a_link_works_until_its_time_is_over(client: Client, write_to: Callable[[], Volunteer]) -> None:
    over, link = write_to().links.get().expires_at, last_letter().link
    with time_machine.travel(over - timedelta(minutes=1)):
        assert client.get(link).status_code == 200
    with time_machine.travel(over + timedelta(minutes=1)):
        assert [answer.status_code for answer in (client.get(link), client.post(link))] == [404, 404]
        assert COOKIE not in client.cookies


@pytest.mark.parametrize("write_to", [a_newcomer, a_new_address, somebody_who_comes_back])
def test_what_one_browser_used_opens_nothing_in_another(write_to: Callable[[], Volunteer]) -> None:
    write_to()
    link, owner, another = last_letter().link, Client(), Client()
    assert owner.post(link)["Location"] == OWN
    refused = another.post(link)
    assert (refused.status_code, COOKIE in refused.cookies) == (404, False)
    assert owner.get(OWN).status_code == 200
    assert another.get(OWN).status_code == 302


def test_once_the_address_is_another_no_link_in_an_old_mailbox_works() -> None:
    volunteer = somebody_who_is_asked()
    letters_of_volunteers.own_page(volunteer)
    letters_of_volunteers.confirm_new_address(volunteer, "watched@example.org")
    old = [letter.link for letter in letters()]
    letters_of_volunteers.confirm_new_address(volunteer, "new@example.org")
    assert Client().post(last_letter().link)["Location"] == OWN
    assert [Client().post(link).status_code for link in old] == [404, 404, 404]


def test_once_the_address_is_another_the_pages_opened_before_are_closed() -> None:
    volunteer = somebody_who_comes_back()
    watcher, owner = Client(), Client()
    watcher.post(last_letter().link)
    assert watcher.get(OWN).status_code == 200
    watcher.post(f"{OWN}change/about/", {**form.ABOUT, "email": "new@example.org"})
    owner.post(last_letter().link)
    volunteer.refresh_from_db()
    assert volunteer.profile.email == "new@example.org"
    assert (watcher.get(OWN).status_code, owner.get(OWN).status_code) == (302, 200)


def test_the_old_address_hears_that_it_is_another_now_and_nothing_else() -> None:
    volunteer = somebody_who_comes_back()
    volunteer.tell(replace(volunteer.profile, email="old@example.org", language="fr"))
    volunteer.save()
    letters_of_volunteers.confirm_new_address(volunteer, "new@example.org")
    Client().post(last_letter().link)
    farewell = last_letter()
    assert (farewell.to, farewell.subject, farewell.language) == (
        "old@example.org",
        "Un message pour vous",
        "fr",
    )
    assert farewell.link == "/fr/"
    told = (volunteer.profile.name, "new@example.org", "bénévol", "n’avez rien à faire")
    assert not any(word in farewell.body for word in told)


@pytest.mark.parametrize("write_to", [a_newcomer, somebody_who_comes_back])
def test_who_keeps_their_address_hears_nothing_of_another(write_to: Callable[[], Volunteer]) -> None:
    write_to()
    Client().post(last_letter().link)
    assert len(letters()) == 1
