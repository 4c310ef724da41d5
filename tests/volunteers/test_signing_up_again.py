"""Several forms with one address: each waits for its own letter, and whoever reads that mailbox decides."""

from itertools import cycle, islice

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.factories.volunteers import CoordinatorUserFactory, VolunteerFactory, write_down_checks
from tests.volunteers import form
from tests.volunteers.post import last_letter, letters
from tests.volunteers.test_moving import CLICKS, at_once
from volunteers import letters as letters_of_volunteers
from volunteers.enums import Event, Status
from volunteers.models import Approval, Link, Note, StepTaken, Volunteer
from volunteers.pages.presence import COOKIE
from volunteers.signing_up import confirm

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coordinator", "_unhurried")]
OWN = "/en/volunteer/own/"
HERS = {"name": "Laleh", "phone": "040 111222333", "references": "Parvin and Farhad"}
ANOTHERS = {"name": "Mallory", "phone": "040 999888777", "references": "Mallory's friend"}


def told(volunteer: Volunteer) -> dict[str, str]:
    return {name: getattr(volunteer.profile, name) for name in HERS}


def somebody_who_left(**told: object) -> Volunteer:
    return VolunteerFactory(status=Status.LEFT, told={"email": "laleh@example.org", **told})


def test_what_a_newcomer_typed_outlasts_a_form_that_somebody_else_sends(client: Client) -> None:
    form.sign_up(client, **HERS)
    form.sign_up(client, **ANOTHERS)
    client.post(letters()[0].link)
    kept = Volunteer.objects.get()
    assert (kept.status, told(kept)) == (Status.CONFIRMED, HERS)


def test_whoever_signs_up_first_with_an_address_does_not_keep_its_owner_out(client: Client) -> None:
    form.sign_up(client, **ANOTHERS)
    form.sign_up(client, **HERS)
    client.post(last_letter().link)
    assert told(Volunteer.objects.get()) == HERS
    assert "Mallory" not in client.get(OWN).text


def test_the_forms_beside_the_one_that_was_confirmed_are_gone_with_their_letters(client: Client) -> None:
    form.sign_up(client, **ANOTHERS)
    form.sign_up(client, **HERS)
    others, own = (letter.link for letter in letters())
    client.post(own)
    assert [letter.link for letter in letters()] == [own]
    assert client.post(others).status_code == 404
    assert told(Volunteer.objects.get()) == HERS


def test_what_somebody_left_behind_stays_until_the_owner_of_the_address_signs_up_anew(
    client: Client,
) -> None:
    left = somebody_who_left(**HERS)
    form.sign_up(client, **ANOTHERS)
    left.refresh_from_db()
    assert (left.status, told(left)) == (Status.LEFT, HERS)


def test_whoever_left_begins_anew_with_what_they_typed_last(client: Client, coordinator: User) -> None:
    """And is got to know anew, by people who can still read what was noted."""
    left = somebody_who_left(name="Laleh as she was")
    write_down_checks(left, coordinator)
    Approval.objects.create(volunteer=left, by=coordinator, place=1)
    Note.objects.create(volunteer=left, text="Never alone in the car")
    form.sign_up(client, **HERS)
    assert client.post(last_letter().link)["Location"] == OWN
    anew = Volunteer.objects.get()
    assert (anew.pk, anew.status, told(anew)) == (left.pk, Status.CONFIRMED, HERS)
    assert [note.text for note in anew.notes.all()] == ["Never alone in the car"]
    assert (anew.checks.count(), anew.approvals.count()) == (0, 0)
    assert "Laleh" in client.get(OWN).text


def test_whoever_left_may_begin_anew_in_another_country(client: Client) -> None:
    somebody_who_left()
    CoordinatorUserFactory(country="AT")
    form.sign_up(client, country="AT", city="Wien")
    client.post(last_letter().link)
    anew = Volunteer.objects.get()
    assert (anew.country_id, anew.profile.country) == ("AT", "AT")


def test_a_link_to_a_form_that_comes_too_late_changes_nothing(client: Client) -> None:
    """Two buttons pressed at once, or a form sent while another one was confirmed."""
    active = VolunteerFactory(told={"email": "laleh@example.org", **HERS})
    late = VolunteerFactory(status=Status.NEW, told={"email": "laleh@example.org", **ANOTHERS})
    letters_of_volunteers.confirm(late)
    answer = client.post(last_letter().link)
    active.refresh_from_db()
    assert (answer.status_code, COOKIE in answer.cookies) == (404, False)
    assert (active.status, told(active)) == (Status.ACTIVE, HERS)


def test_a_form_with_an_address_keeps_nobody_from_moving_there(client: Client) -> None:
    volunteer = VolunteerFactory(told={"email": "old@example.org"})
    form.sign_up(client, **ANOTHERS)
    letters_of_volunteers.confirm_new_address(volunteer, "laleh@example.org")
    assert client.post(last_letter().link)["Location"] == OWN
    assert Volunteer.objects.get().profile.email == "laleh@example.org"


@pytest.mark.parametrize("status", [Status.DECLINED, Status.LEFT])
def test_no_form_begins_anew_for_whoever_was_declined(client: Client, status: Status) -> None:
    declined = VolunteerFactory(status=status, told={"email": "laleh@example.org"})
    StepTaken.objects.create(volunteer=declined, event=Event.DECLINE, to=Status.DECLINED)
    form.sign_up(client)
    assert "/volunteer/open/" in last_letter().link
    assert Volunteer.objects.get().status == status


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_hundred_presses_on_two_links_at_once_begin_with_one_of_the_forms() -> None:
    for typed in (HERS, ANOTHERS):
        letters_of_volunteers.confirm(
            VolunteerFactory(status=Status.NEW, told={"email": "laleh@example.org", **typed})
        )
    links = list(Link.objects.select_related("volunteer"))
    pressed = at_once([lambda link=link: confirm(link) for link in islice(cycle(links), CLICKS)])
    [begun] = filter(None, pressed)
    kept = Volunteer.objects.get()
    assert (kept, kept.status) == (begun, Status.CONFIRMED)
    assert told(kept) in (HERS, ANOTHERS)
    assert StepTaken.objects.count() == 1
