"""Links in letters: looking does nothing, pressing does it once."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.volunteers import VolunteerFactory
from tests.volunteers import form
from tests.volunteers.post import last_letter, letters
from volunteers.enums import Status
from volunteers.links import hash_of
from volunteers.models import Link, Volunteer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coordinator", "_unhurried")]
WAY_IN = "/en/volunteer/way-in/"
OWN = "/en/volunteer/own/"


def ask_for_link(client: Client, address: str) -> str:
    page = client.get(WAY_IN)
    return client.post(WAY_IN, {**token_of(page), "email": address})["Location"]


def token_of(page) -> dict[str, str]:
    return {"token": form.hidden(page)["token"]}


def test_a_program_that_follows_links_confirms_nothing_and_a_person_does(client: Client) -> None:
    form.sign_up(client)
    link = last_letter().link
    for _look in range(3):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
    assert Volunteer.objects.get().status == Status.NEW
    assert client.post(link)["Location"] == OWN
    assert Volunteer.objects.get().status == Status.CONFIRMED


def test_a_link_is_good_once(client: Client) -> None:
    form.sign_up(client)
    link = last_letter().link
    client.post(link)
    for answer in (client.get(link), client.post(link)):
        assert answer.status_code == 404
        assert "This link does not work any more" in answer.text


@pytest.mark.parametrize("kind", ["confirm", "open", "answer"])
@pytest.mark.parametrize("token", ["a-token", "é", "%00", "x" * 2_000])
def test_a_link_that_never_was_is_like_one_that_was_used(client: Client, kind: str, token: str) -> None:
    answer = client.get(f"/en/volunteer/{kind}/{token}/")
    assert answer.status_code == 404
    assert "no-store" in answer["Cache-Control"]


def test_a_link_for_one_thing_is_not_good_for_another(client: Client) -> None:
    VolunteerFactory(told={"email": "laleh@example.org"})
    ask_for_link(client, "laleh@example.org")
    token = last_letter().link.split("/")[-2]
    assert client.post(f"/en/volunteer/confirm/{token}/").status_code == 404


def test_old_links_do_not_work(client: Client) -> None:
    form.sign_up(client)
    Link.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.post(last_letter().link).status_code == 404
    assert Volunteer.objects.get().status == Status.NEW


def test_only_a_keyed_hash_of_a_link_is_kept(client: Client) -> None:
    form.sign_up(client)
    token = last_letter().link.split("/")[-2]
    assert Link.objects.get().token_hash == hash_of(token)
    assert token not in str(Link.objects.values())


@pytest.mark.parametrize(
    ("address", "letters_sent"),
    [("laleh@example.org", 1), ("LALEH@example.org ", 1), ("new@example.org", 0), ("nobody@example.org", 0)],
)
def test_asking_for_a_link_says_the_same_for_every_address(
    client: Client, address: str, letters_sent: int
) -> None:
    VolunteerFactory(told={"email": "laleh@example.org"})
    VolunteerFactory(status=Status.NEW, told={"email": "new@example.org"})
    assert ask_for_link(client, address) == "/en/volunteer/way-in/sent/"
    assert len(letters()) == letters_sent


def test_asking_again_and_again_fills_no_mailbox(client: Client) -> None:
    VolunteerFactory(told={"email": "laleh@example.org"})
    for _time in range(3):
        ask_for_link(client, "laleh@example.org")
    assert len(letters()) == 1


def test_a_machine_that_asks_for_a_link_sends_nothing(client: Client) -> None:
    VolunteerFactory(told={"email": "laleh@example.org"})
    page = client.get(WAY_IN)
    typed = {**token_of(page), "email": "laleh@example.org", "topic": "x"}
    assert client.post(WAY_IN, typed)["Location"] == "/en/volunteer/way-in/sent/"
    assert letters() == []


def test_every_letter_has_the_same_subject_and_no_name(client: Client) -> None:
    form.sign_up(client)
    VolunteerFactory(told={"email": "other@example.org", "name": "Parvin"})
    ask_for_link(client, "other@example.org")
    assert {each.subject for each in letters()} == {"A message for you"}
    assert not any(name in each.body for each in letters() for name in ("Laleh", "Parvin"))


def test_whoever_has_a_link_opens_the_own_page_until_the_browser_ends(client: Client) -> None:
    VolunteerFactory(told={"email": "laleh@example.org", "name": "Laleh"})
    ask_for_link(client, "laleh@example.org")
    assert client.get(OWN)["Location"] == WAY_IN
    client.get(last_letter().link)
    assert client.get(OWN)["Location"] == WAY_IN
    answer = client.post(last_letter().link)
    cookie = answer.cookies["own"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Strict", "")
    assert "Laleh" in client.get(OWN).text
