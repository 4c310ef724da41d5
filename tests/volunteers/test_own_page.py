"""A volunteer's own page: everything is there, everything can be changed, taken along, and ended."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localdate

from confidential.sealing import seal
from tests.factories.volunteers import TaskFactory, VolunteerFactory, write_down_checks
from tests.volunteers import form
from tests.volunteers.post import last_letter, letters
from volunteers import asking
from volunteers.enums import Answer, Status, TaskStatus
from volunteers.models import Ask, Note, Volunteer
from volunteers.pages import presence

pytestmark = pytest.mark.django_db
OWN = "/en/volunteer/own/"


@pytest.fixture
def enter(client: Client) -> Callable[[Volunteer], Client]:
    """The browser of that volunteer, who pressed the button of a link."""

    def enter(volunteer: Volunteer) -> Client:
        client.cookies[presence.COOKIE] = presence.pass_of(volunteer)
        return client

    return enter


@pytest.fixture
def laleh(coordinator) -> Volunteer:
    told = {"name": "Laleh", "email": "laleh@example.org", "limits": "No courts", "days": (3,)}
    return VolunteerFactory(told=told)


def test_everything_that_was_told_is_there(enter, laleh: Volunteer) -> None:
    page = enter(laleh).get(OWN).text
    for told in ("Laleh", "laleh@example.org", "+49 40 111222333", "Only by message", "Hamburg", "No courts"):
        assert told in page
    for told in ("Interpreting", "Persian", "as a mother tongue", "Thursday", "Parvin Invented"):
        assert told in page


@pytest.mark.parametrize("status", [status for status in Status if status != Status.NEW])
@pytest.mark.parametrize("language", ["en", "fa"])
def test_every_status_is_told_in_a_sentence(enter, status: Status, language: str) -> None:
    page = enter(VolunteerFactory(status=status)).get(f"/{language}/volunteer/own/").text
    assert page.split('class="lead">')[1].split("</p>")[0].strip()


def test_a_seal_of_another_purpose_or_too_old_opens_nothing(client: Client, laleh: Volunteer) -> None:
    for cookie in (seal("something else", {"volunteer": str(laleh.pk)}), "", "AAAA"):
        client.cookies["own"] = cookie
        assert client.get(OWN).status_code == 302


def test_after_an_hour_it_is_closed(enter, laleh: Volunteer, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = enter(laleh)
    monkeypatch.setattr(presence, "LASTS", timedelta(0))
    assert browser.get(OWN)["Location"] == "/en/volunteer/way-in/"


def test_closing_ends_it(enter, laleh: Volunteer) -> None:
    browser = enter(laleh)
    browser.post(f"{OWN}close/")
    assert browser.get(OWN).status_code == 302


@pytest.mark.parametrize(
    ("part", "typed", "kept"),
    [
        ("about", {**form.ABOUT, "city": "Bremen"}, {"city_slug": "bremen"}),
        ("abilities", {**form.ABILITIES, "skills": ["driving"]}, {"skills": ("driving",)}),
        ("times", {"days": ["0", "4"]}, {"days": (0, 4)}),
        ("references", {"references": "Farhad"}, {"references": "Farhad"}),
    ],
)
def test_each_part_can_be_changed(enter, laleh: Volunteer, part: str, typed: dict, kept: dict) -> None:
    before = laleh.profile
    browser = enter(laleh)
    assert browser.get(f"{OWN}change/{part}/").status_code == 200
    assert browser.post(f"{OWN}change/{part}/", typed)["Location"] == OWN
    laleh.refresh_from_db()
    for name, value in kept.items():
        assert getattr(laleh.profile, name) == value
    assert (laleh.profile.name, laleh.profile.agreed_on) == (before.name, before.agreed_on)


def test_what_is_wrong_in_a_change_is_said_and_nothing_is_changed(enter, laleh: Volunteer) -> None:
    page = enter(laleh).post(f"{OWN}change/about/", {**form.ABOUT, "name": ""})
    assert "Please fill this in." in page.text
    laleh.refresh_from_db()
    assert laleh.profile.name == "Laleh"


def test_the_country_stays_because_others_look_after_others(enter, laleh: Volunteer) -> None:
    enter(laleh).post(f"{OWN}change/about/", {**form.ABOUT, "country": "FR"})
    laleh.refresh_from_db()
    assert (laleh.country_id, laleh.profile.country) == ("DE", "DE")


def test_a_new_address_counts_once_its_letter_was_answered(enter, laleh: Volunteer) -> None:
    browser = enter(laleh)
    answer = browser.post(f"{OWN}change/about/", {**form.ABOUT, "email": "new@example.org"})
    assert "We have sent a link to your new address" in browser.get(answer["Location"]).text
    laleh.refresh_from_db()
    assert laleh.profile.email == "laleh@example.org"
    assert last_letter().to == "new@example.org"
    browser.post(last_letter().link)
    laleh.refresh_from_db()
    assert laleh.profile.email == "new@example.org"
    assert laleh.status == Status.ACTIVE


def test_a_change_of_address_fills_nobody_s_mailbox(enter, laleh: Volunteer) -> None:
    browser = enter(laleh)
    typed = {**form.ABOUT, "email": "somebody.else@example.org", "phone": "040 999"}
    for _time in range(3):
        browser.post(f"{OWN}change/about/", typed)
    refused = browser.post(f"{OWN}change/about/", typed)
    assert len(letters()) == 3
    assert "Please try again in half an hour." in refused.text
    assert 'value="040 999"' in refused.text
    assert browser.post(f"{OWN}change/about/", {**typed, "email": "laleh@example.org"})["Location"] == OWN
    with time_machine.travel(timezone.now() + timedelta(minutes=31)):
        enter(laleh).post(f"{OWN}change/about/", typed)
    assert len(letters()) == 4


def test_the_address_of_somebody_else_cannot_be_taken_over(enter, laleh: Volunteer) -> None:
    VolunteerFactory(told={"email": "taken@example.org"})
    browser = enter(laleh)
    browser.post(f"{OWN}change/about/", {**form.ABOUT, "email": "taken@example.org"})
    assert browser.post(last_letter().link).status_code == 404
    laleh.refresh_from_db()
    assert laleh.profile.email == "laleh@example.org"


def test_resting_and_being_there_again(enter, laleh: Volunteer) -> None:
    browser = enter(laleh)
    for event, status in (("rest", Status.RESTING), ("return", Status.ACTIVE), ("return", Status.ACTIVE)):
        assert browser.post(f"{OWN}step/", {"event": event})["Location"] == OWN
        laleh.refresh_from_db()
        assert laleh.status == status


@pytest.mark.parametrize("event", ["approve", "take_up", "confirm", "nonsense", ""])
def test_nobody_approves_themselves(enter, event: str, coordinator) -> None:
    volunteer = VolunteerFactory(status=Status.CHECKING)
    write_down_checks(volunteer, coordinator)
    enter(volunteer).post(f"{OWN}step/", {"event": event})
    volunteer.refresh_from_db()
    assert volunteer.status == Status.CHECKING


@pytest.mark.parametrize("event", ["rest", "leave"])
def test_whoever_steps_back_is_asked_no_more_and_their_task_is_open_again(
    enter, laleh: Volunteer, coordinator, event: str
) -> None:
    task, other = TaskFactory(by=coordinator), TaskFactory(by=coordinator)
    asking.ask(task, [laleh])
    asking.ask(other, [laleh])
    asking.say_yes(task.asks.get())
    enter(laleh).post(f"{OWN}step/", {"event": event})
    task.refresh_from_db()
    assert task.status == TaskStatus.OPEN
    assert set(laleh.asks.values_list("answer", flat=True)) == {Answer.NO}
    assert last_letter().to == coordinator.email


def test_a_task_is_answered_and_its_hours_are_kept(enter, laleh: Volunteer, coordinator) -> None:
    task = TaskFactory(by=coordinator)
    asking.ask(task, [laleh])
    browser = enter(laleh)
    assert "Thursday" in browser.get(OWN).text
    browser.post(f"{OWN}answer/", {"ask": task.asks.get().pk, "answer": "yes"})
    task.refresh_from_db()
    asking.choose(task)
    browser.post(f"{OWN}hours/", {"ask": task.asks.get().pk, "hours": "2.50"})
    assert task.asks.get().hours == "2.5"
    assert 'value="2.5"' in browser.get(OWN).text
    browser.post(f"{OWN}hours/", {"ask": task.asks.get().pk, "hours": ""})
    assert task.asks.get().hours == ""


def test_a_yes_can_be_seen_and_taken_back_until_the_task_is_over(
    enter, laleh: Volunteer, coordinator: User
) -> None:
    task = TaskFactory(by=coordinator)
    asking.ask(task, [laleh])
    asking.say_yes(laleh.asks.get())
    browser = enter(laleh)
    waits = browser.get(OWN).text
    assert "A coordinator decides now" in waits
    assert "Hours, if you want" not in waits
    task.refresh_from_db()
    asking.choose(task)
    mine = browser.get(OWN).text
    assert "We count on you" in mine
    assert "Hours, if you want" in mine
    browser.post(f"{OWN}answer/", {"ask": laleh.asks.get().pk, "answer": "no"})
    task.refresh_from_db()
    assert task.status == TaskStatus.OPEN
    assert "Your tasks" not in browser.get(OWN).text


@pytest.mark.parametrize("over", ["closed", "its day has passed"])
def test_of_a_task_that_is_over_only_its_hours_are_left(
    enter, laleh: Volunteer, coordinator: User, over: str
) -> None:
    on = localdate() - timedelta(days=over != "closed")
    task = TaskFactory(
        by=coordinator, on=on, status=TaskStatus.CLOSED if over == "closed" else TaskStatus.TAKEN
    )
    Ask.objects.create(task=task, volunteer=laleh, answer=Answer.CHOSEN)
    page = enter(laleh).get(OWN).text
    assert "Hours, if you want" in page
    assert "I cannot after all" not in page


def test_leaving_says_first_what_follows_from_it(enter, laleh: Volunteer) -> None:
    page = BeautifulSoup(enter(laleh).get(OWN).text, "html.parser")
    leave = page.select_one("button[value=leave]").find_parent("details")
    assert "To come back, you sign up again" in leave.text
    assert not leave.has_attr("open")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fa", "سه‌شنبه، ۸ دسامبر ۲۰۲۶، ۱۰:۰۰"),
        ("ar", "الثلاثاء، 8 ديسمبر 2026، 10:00"),
        ("en", "Tuesday, 8 December 2026, 10:00"),
        ("fr", "mardi 8 décembre 2026, 10:00"),
        ("de", "Dienstag, 8. Dezember 2026, 10:00"),
    ],
)
def test_a_day_is_written_as_the_reader_writes_it(
    enter, laleh: Volunteer, language: str, written: str
) -> None:
    Ask.objects.create(task=TaskFactory(on=date(2026, 12, 8)), volunteer=laleh, answer=Answer.CHOSEN)
    page = enter(laleh).get(f"/{language}/volunteer/own/")
    assert written.lower() in page.text.lower()


def test_the_questions_to_others_are_not_there(enter, laleh: Volunteer) -> None:
    task = TaskFactory()
    asking.ask(task, [VolunteerFactory()])
    browser = enter(laleh)
    for address, key in product(("answer", "hours"), (task.asks.get().pk, "1", "")):
        answer = browser.post(f"{OWN}{address}/", {"ask": key, "answer": "yes", "hours": "1"})
        assert answer.status_code == 404
    assert task.asks.get().answer == Answer.WAITING


def test_everything_can_be_taken_along(enter, laleh: Volunteer, coordinator) -> None:
    write_down_checks(laleh, coordinator)
    Note.objects.create(volunteer=laleh, by=coordinator, text="Seems kind")
    asking.ask(TaskFactory(), [laleh])
    answer = enter(laleh).get(f"{OWN}data/")
    taken = answer.json()
    assert "attachment" in answer["Content-Disposition"]
    assert taken["told"]["name"] == "Laleh"
    assert taken["asked"][0]["task"]["What"] == "Interpreting: Persian – German"
    assert (len(taken["checks"]), taken["notes_of_coordinators"]) == (3, 1)
    assert "Seems kind" not in answer.text
    assert coordinator.username not in answer.text


def test_what_coordinators_wrote_down_is_counted_not_told(enter, laleh: Volunteer, coordinator) -> None:
    Note.objects.create(volunteer=laleh, by=coordinator, text="Seems kind")
    assert "wrote 1 note" in enter(laleh).get(OWN).text
    write_down_checks(laleh, coordinator)
    page = enter(laleh).get(OWN).text
    assert "wrote 4 notes" in page
    assert not any(told in page for told in ("Seems kind", "All is well."))


def test_deleting_asks_once_more_and_leaves_nothing(enter, laleh: Volunteer) -> None:
    asking.ask(TaskFactory(), [laleh])
    browser = enter(laleh)
    assert "Nothing is left" in browser.get(f"{OWN}delete/").text
    assert Volunteer.objects.exists()
    assert "Everything about you is deleted" in browser.post(f"{OWN}delete/").text
    assert not Volunteer.objects.exists()
    assert not Ask.objects.exists()
    assert browser.get(OWN).status_code == 302


def test_whoever_opens_it_was_heard(enter, laleh: Volunteer) -> None:
    Volunteer.objects.update(heard_on=timezone.localdate() - timedelta(days=800))
    enter(laleh).post(f"{OWN}change/times/", {"days": ["0"]})
    laleh.refresh_from_db()
    assert laleh.heard_on == timezone.localdate()


def test_nothing_of_it_is_kept_by_anybody(enter, laleh: Volunteer) -> None:
    browser = enter(laleh)
    for address in ("", "change/about/", "delete/", "data/"):
        answer = browser.get(f"{OWN}{address}")
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Robots-Tag"] == "noindex"
        if address != "data/":
            assert "<title>Helping others – Panah</title>" in answer.text
    assert letters() == []
