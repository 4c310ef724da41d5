"""Signing up: short parts, nothing lost, and nobody learns who is known."""

from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from tests.factories.volunteers import CoordinatorUserFactory, VolunteerFactory
from tests.volunteers import form
from tests.volunteers.post import last_letter, letters
from volunteers.enums import Status
from volunteers.models import Volunteer
from volunteers.pages import joining, progress
from volunteers.profile import Spoken

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("coordinator", "_unhurried")]
SENT = "/en/volunteer/join/sent/"


def test_what_was_typed_in_four_parts_is_kept_together(client: Client) -> None:
    answer = form.sign_up(client)
    assert (answer.status_code, answer["Location"]) == (302, SENT)
    volunteer = Volunteer.objects.get()
    profile = volunteer.profile
    assert (volunteer.status, volunteer.country_id) == (Status.NEW, "DE")
    assert (profile.name, profile.email, profile.reach) == ("Laleh", "laleh@example.org", "Only after six")
    assert (profile.city, profile.city_slug) == ("هامبورگ", "hamburg")
    assert profile.spoken == (Spoken("fa", "native"), Spoken("de", "fluent"))
    assert (profile.days, profile.parts, profile.from_afar) == ((1, 3), ("morning",), True)
    assert (profile.limits, profile.references) == ("No courts", "Parvin and Farhad")
    assert profile.agreed_on == timezone.localdate().isoformat()


def test_going_back_keeps_what_was_typed_in_both_parts(client: Client) -> None:
    third = form.go_to(client, 2)
    second = form.send(third, client, {"limits": "No courts", "days": ["2"], "back": "1"})
    assert "Part 2 of 4" in second.text
    assert '<option value="fa" selected>' in second.text
    assert second.text.count("checked") == 2
    third = form.send(second, client, form.ABILITIES)
    assert "No courts" in third.text
    assert third.text.count("checked") == 1


def test_going_back_asks_for_nothing_to_be_right(client: Client) -> None:
    first = form.send(form.go_to(client, 1), client, {"language_1": "de", "back": "1"})
    assert "Part 1 of 4" in first.text
    assert 'value="laleh@example.org"' in first.text


def test_nothing_is_written_down_before_the_last_part_is_sent(client: Client) -> None:
    page = form.go_to(client, 3)
    assert "Part 4 of 4" in page.text
    assert not Volunteer.objects.exists()
    assert "laleh@example.org" not in page.text


@pytest.mark.parametrize(
    ("part", "typed", "said"),
    [
        (0, {"name": ""}, "Please fill this in."),
        (0, {"email": "laleh"}, "Please write an address such as name@example.org."),
        (0, {"country": ""}, "Please choose a country."),
        (1, {"skills": []}, "Please choose at least one."),
        (1, {"level_2": ""}, "Please say how well you speak it."),
        (1, {"language_2": "", "level_2": ""}, "To interpret, one needs two languages."),
        (1, {"skills": ["legal"]}, "For legal advice we need to know your training."),
        (2, {"days": ["9"]}, "9 is not one of the available choices."),
        (3, {"references": ""}, "Please fill this in."),
        (3, {"adult": ""}, "Volunteers have to be 18 or older."),
        (3, {"conduct": ""}, "We can only work with people who keep to it."),
        (3, {"consent": ""}, "Without your consent we may not keep what you wrote."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_above_the_form(
    client: Client, part: int, typed: dict, said: str
) -> None:
    given = {name: value for name, value in {**form.PARTS[part], **typed}.items() if value}
    page = form.send(form.go_to(client, part), client, given)
    assert f"Part {part + 1} of 4" in page.text
    assert page.text.count(said) == 2
    assert "error-summary" in page.text
    assert "<title>Please look at this again" in page.text
    for value in given.values():
        assert not isinstance(value, str) or value == "on" or value in page.text
    assert not Volunteer.objects.exists()


def test_the_last_part_alone_does_not_sign_anybody_up(client: Client) -> None:
    page = form.send(form.go_to(client, 0), client, {**form.AGREEMENT, "part": "references"})
    assert "Part 1 of 4" in page.text
    assert not Volunteer.objects.exists()


def test_a_page_that_lay_open_for_long_begins_anew_with_a_word(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = form.go_to(client, 2)
    monkeypatch.setattr(progress, "KEPT_FOR", timedelta(0))
    again = form.send(page, client, form.TIMES)
    assert "Part 1 of 4" in again.text
    assert "The page was open for too long." in again.text


@pytest.mark.parametrize("altered", ["", "AAAA", "é", "x" * 5_000])
def test_what_was_sealed_cannot_be_altered(client: Client, altered: str) -> None:
    page = client.post(
        form.JOIN, {**form.hidden(form.go_to(client, 3)), **form.AGREEMENT, "progress": altered}
    )
    assert page.status_code == 200
    assert not Volunteer.objects.exists()


def test_where_nobody_answers_nobody_can_sign_up(client: Client) -> None:
    from volunteers.models import Coordinator

    Coordinator.objects.all().delete()
    assert "nobody of us can look after volunteers" in client.get(form.JOIN).text


def test_only_countries_where_somebody_answers_are_offered(client: Client) -> None:
    CoordinatorUserFactory(country="FR", is_active=False)
    CoordinatorUserFactory(country="AT")
    page = client.get(form.JOIN).text
    assert all(f'<option value="{code}">' in page for code in ("AT", "DE"))
    assert '<option value="FR">' not in page


@pytest.mark.parametrize(
    ("status", "letter"),
    [
        (None, "/volunteer/confirm/"),
        (Status.NEW, "/volunteer/confirm/"),
        (Status.LEFT, "/volunteer/confirm/"),
        (Status.CONFIRMED, "/volunteer/open/"),
        (Status.ACTIVE, "/volunteer/open/"),
        (Status.DECLINED, "/volunteer/open/"),
    ],
)
def test_known_or_not_the_answer_is_the_same_and_the_letter_alone_knows(
    client: Client, status: Status | None, letter: str
) -> None:
    """Also for whoever knows the address in capitals."""
    if status:
        VolunteerFactory(status=status, told={"email": "LALEH@example.org"})
    answer = form.sign_up(client)
    assert answer["Location"] == SENT
    assert [each.to.lower() for each in letters()] == ["laleh@example.org"]
    assert letter in last_letter().link
    assert not status or Volunteer.objects.filter(status=status).exists()


def test_signing_up_again_and_again_fills_no_mailbox(client: Client) -> None:
    """Three letters in half an hour, each with the form it belongs to; what comes on top is not kept."""
    answers = {form.sign_up(client)["Location"] for _time in range(4)}
    assert answers == {SENT}
    assert (len(letters()), Volunteer.objects.count()) == (3, 3)
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        form.sign_up(client)
    assert len(letters()) == 4


def test_a_machine_sees_the_same_and_nothing_comes_of_it(client: Client) -> None:
    page = form.go_to(client, 3)
    answer = form.send(page, client, {**form.AGREEMENT, "topic": "https://spam.example"})
    assert answer["Location"] == SENT
    assert not Volunteer.objects.exists()
    assert letters() == []


def test_whoever_is_through_within_three_seconds_is_a_machine(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("confidential.traps.SECONDS_TO_FILL_IN", 3)
    assert form.sign_up(client)["Location"] == SENT
    assert not Volunteer.objects.exists()


def test_the_clock_begins_with_the_first_part(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that going back once more and pressing Send at once is a person."""
    page = form.go_to(client, 3)
    monkeypatch.setattr("confidential.traps.time.time", lambda: timezone.now().timestamp() + 4)
    monkeypatch.setattr("confidential.traps.SECONDS_TO_FILL_IN", 3)
    again = form.send(form.send(page, client, {"back": "1"}), client, form.TIMES)
    form.send(again, client, form.AGREEMENT)
    assert Volunteer.objects.count() == 1


def test_the_same_form_twice_signs_up_once(client: Client) -> None:
    page = form.go_to(client, 3)
    answers = [form.send(page, client, form.AGREEMENT)["Location"] for _press in range(2)]
    assert answers == [SENT, SENT]
    assert (Volunteer.objects.count(), len(letters())) == (1, 1)


def test_too_many_from_one_connection_keep_what_they_typed(client: Client, settings) -> None:
    settings.SIGN_UPS_AN_HOUR = 1
    form.sign_up(client)
    page = form.sign_up(client, email="other@example.org")
    assert page.status_code == 429
    assert "Parvin and Farhad" in page.text
    assert Volunteer.objects.count() == 1


def test_a_busy_database_loses_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_arguments: object) -> None:
        raise OperationalError("database is locked")

    page = form.go_to(client, 3)
    with monkeypatch.context() as patch:
        patch.setattr(joining, "sign_up", busy)
        page = form.send(page, client, form.AGREEMENT)
    assert page.status_code == 503
    assert "Parvin and Farhad" in page.text
    assert form.send(page, client, form.AGREEMENT)["Location"] == SENT
    assert Volunteer.objects.get().profile.name == "Laleh"


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", "A\u202eB", "A\r\nBcc: all@example.org", "A\x00B"]
)
def test_strange_letters_are_letters_or_gone(client: Client, typed: str) -> None:
    form.sign_up(client, name=typed, reach=typed, limits=typed, references=typed, city=typed)
    profile = Volunteer.objects.get().profile
    for kept in (profile.name, profile.reach, profile.limits, profile.references, profile.city):
        assert not {"\u202e", "\x00"} & set(kept)
    assert not {"\r", "\n"} & set(profile.name + profile.city)
    assert "<script>" not in form.go_to(client, 0).text
    assert last_letter().to == "laleh@example.org"


@pytest.mark.parametrize("language", ["fa", "ar", "en", "fr", "de"])
def test_letters_are_in_the_language_of_the_sign_up(client: Client, language: str) -> None:
    address = f"/{language}/volunteer/join/"
    page = client.get(address)
    for typed in form.PARTS:
        page = form.send(page, client, typed, address)
    assert last_letter().language == language
    assert last_letter().link.startswith(f"/{language}/volunteer/confirm/")
