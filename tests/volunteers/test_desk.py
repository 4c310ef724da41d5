"""The desk of the coordinators: who finds it, what is on it, and what each button does."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import localdate

from confidential.models import AccessRecord
from tests.factories.volunteers import (
    CoordinatorUserFactory,
    TaskFactory,
    VolunteerFactory,
    approved_once,
    write_down_checks,
)
from tests.volunteers.post import last_letter, letters
from volunteers import asking
from volunteers.enums import Answer, Event, Status, TaskStatus
from volunteers.models import Coordinator, Note, Task, Volunteer, Wanted

pytestmark = pytest.mark.django_db
DESK = "/admin/volunteers/"


def sheet(volunteer: Volunteer, action: str = "") -> str:
    return f"{DESK}sheet/{volunteer.pk}/{action}"


def of(task: Task, action: str = "") -> str:
    return f"{DESK}tasks/{task.pk}/{action}"


def is_nowhere(answer: HttpResponse) -> bool:
    """As any address that was never there: looked for once more below a language, and not found."""
    return answer.status_code == 404 and "This page is not here" in answer.text and "Laleh" not in answer.text


@pytest.mark.parametrize("group", ["Editors", "Translators", "Contributors", "Administrators"])
def test_to_everybody_else_it_is_not_there(log_in: Callable[[User], Client], group: str) -> None:
    user = User.objects.create_user("somebody")
    user.groups.add(Group.objects.get(name=group))
    _finds_nothing(log_in(user))


def test_a_superuser_who_was_not_appointed_finds_nothing_either(log_in: Callable[[User], Client]) -> None:
    _finds_nothing(log_in(User.objects.create_superuser("root")))


def _finds_nothing(browser: Client) -> None:
    volunteer, task = VolunteerFactory(told={"name": "Laleh"}), TaskFactory()
    front = browser.get("/admin/").text
    assert "/admin/volunteers/" not in front.replace("/admin/volunteers/coordinators/", "")
    for address in (DESK, sheet(volunteer), f"{DESK}tasks/", f"{DESK}tasks/new/", of(task), f"{DESK}wanted/"):
        assert is_nowhere(browser.get(address, follow=True))
    for address in (sheet(volunteer, "step/"), sheet(volunteer, "note/"), of(task, "ask/"), of(task, "act/")):
        assert is_nowhere(browser.post(address, {"event": "decline", "action": "close"}, follow=True))
    volunteer.refresh_from_db()
    assert volunteer.status == Status.ACTIVE


def test_another_country_is_not_there_either(log_in: Callable[[User], Client]) -> None:
    browser = log_in(CoordinatorUserFactory(country="FR"))
    volunteer, task = VolunteerFactory(told={"name": "Laleh"}), TaskFactory()
    assert "Laleh" not in browser.get(f"{DESK}?status=active&country=DE").text
    for address in (sheet(volunteer), of(task), f"{DESK}wanted/DE/"):
        assert is_nowhere(browser.get(address, follow=True))
    assert is_nowhere(browser.post(sheet(volunteer, "step/"), {"event": "decline"}, follow=True))


def test_a_dismissed_or_inactive_coordinator_finds_nothing(desk: Client, coordinator: User) -> None:
    assert desk.get(DESK).status_code == 200
    Coordinator.objects.all().delete()
    assert is_nowhere(desk.get(DESK, follow=True))


def test_a_coordinator_finds_nothing_else_in_the_admin(desk: Client) -> None:
    front = desk.get("/admin/").text
    assert DESK in front
    for address in ("/admin/listings/", "/admin/organizations/", "/admin/users/", "/admin/images/"):
        assert desk.get(address).status_code in {302, 403, 404}


def test_the_list_begins_with_what_is_overdue(desk: Client) -> None:
    yesterday = localdate() - timedelta(days=1)
    VolunteerFactory(told={"name": "Late"}, next_action_on=yesterday)
    VolunteerFactory(told={"name": "Early"}, next_action_on=localdate())
    page = desk.get(DESK).text
    assert "Late" in page
    assert "overdue" in page
    assert "Early" not in page


@pytest.mark.parametrize("status", [status for status in Status if status != Status.NEW])
def test_the_list_shows_each_status(desk: Client, status: Status) -> None:
    VolunteerFactory(told={"name": "Laleh"}, status=status)
    assert "Laleh" in desk.get(f"{DESK}?status={status}").text
    other = Status.ACTIVE if status != Status.ACTIVE else Status.RESTING
    assert "Laleh" not in desk.get(f"{DESK}?status={other}").text


def test_whoever_did_not_confirm_the_address_is_not_shown(desk: Client) -> None:
    volunteer = VolunteerFactory(told={"name": "Laleh"}, status=Status.NEW)
    assert "Laleh" not in desk.get(f"{DESK}?status=new").text
    assert is_nowhere(desk.get(sheet(volunteer), follow=True))


def test_a_coordinator_of_two_countries_sees_both_and_each(desk: Client, coordinator: User) -> None:
    VolunteerFactory(told={"name": "Laleh"})
    VolunteerFactory(told={"name": "Claire"}, in_country="FR")
    Coordinator.objects.create(user=coordinator, country_id="FR")
    everywhere = desk.get(f"{DESK}?status=active").text
    assert "Laleh" in everywhere
    assert "Claire" in everywhere
    assert "Laleh" not in desk.get(f"{DESK}?status=active&country=FR").text


@pytest.mark.parametrize(
    "strange", ["?status=nonsense", "?page=-1", "?page=x", "?country=%00", "?status=%ff"]
)
def test_strange_questions_get_a_page(desk: Client, strange: str) -> None:
    assert desk.get(f"{DESK}{strange}").status_code == 200


def test_more_volunteers_cost_no_more_queries(desk: Client, django_assert_max_num_queries) -> None:
    for _each in range(20):
        VolunteerFactory()
    desk.get(f"{DESK}?status=active")
    with django_assert_max_num_queries(18):
        desk.get(f"{DESK}?status=active")


def test_the_sheet_has_everything_that_was_told(desk: Client) -> None:
    page = desk.get(sheet(VolunteerFactory(told={"limits": "No courts"}))).text
    for told in (
        "Laleh Made-Up",
        "+49 40 111222333",
        "Hamburg",
        "Interpreting",
        "No courts",
        "Parvin Invented",
    ):
        assert told in page


def test_titles_say_nothing_and_nobody_keeps_a_page(desk: Client) -> None:
    for address in (DESK, sheet(VolunteerFactory()), of(TaskFactory()), f"{DESK}tasks/new/"):
        answer = desk.get(address)
        title = answer.text.split("<title>")[1].split("</title>")[0]
        assert title.split() == ["Desk", "-", "Wagtail"] or title.strip().startswith("Desk")
        assert "Laleh" not in title
        assert "no-store" in answer["Cache-Control"]


def test_from_confirmed_to_active_with_two_people(
    desk: Client, second_coordinator: User, log_in: Callable[[User], Client]
) -> None:
    volunteer = VolunteerFactory(status=Status.CONFIRMED)
    desk.post(sheet(volunteer, "step/"), {"event": "take_up"})
    page = desk.get(sheet(volunteer)).text
    assert "Not written down yet: References, Conversation, Ties to the group" in page
    for kind in ("references", "conversation", "ties"):
        desk.post(sheet(volunteer, "check/"), {"check-kind": kind, "check-text": f"About {kind}"})
    desk.post(sheet(volunteer, "step/"), {"event": "approve"})
    page = desk.get(sheet(volunteer)).text
    assert "About ties" in page
    assert "You have approved. Somebody else decides now." in page
    desk.post(sheet(volunteer, "step/"), {"event": "approve"})
    volunteer.refresh_from_db()
    assert volunteer.status == Status.APPROVED
    assert letters() == []
    log_in(second_coordinator).post(sheet(volunteer, "step/"), {"event": "approve"})
    volunteer.refresh_from_db()
    assert volunteer.status == Status.ACTIVE
    assert "Welcome!" in last_letter().body


@pytest.mark.parametrize("event", ["approve", "confirm", "return", "leave", "nonsense", ""])
def test_what_the_table_does_not_allow_changes_nothing(desk: Client, event: str) -> None:
    volunteer = VolunteerFactory(status=Status.CONFIRMED)
    page = desk.post(sheet(volunteer, "step/"), {"event": event}, follow=True).text
    volunteer.refresh_from_db()
    assert volunteer.status == Status.CONFIRMED
    assert "somebody was quicker" in page


def test_approving_before_all_is_known_is_refused(desk: Client) -> None:
    volunteer = VolunteerFactory(status=Status.CHECKING)
    page = desk.post(sheet(volunteer, "step/"), {"event": "approve"}, follow=True).text
    assert "Something is not written down yet." in page


def test_whoever_is_declined_hears_it_and_their_task_is_open_again(desk: Client, coordinator: User) -> None:
    volunteer, task = VolunteerFactory(), TaskFactory(by=coordinator)
    asking.ask(task, [volunteer])
    asking.say_yes(task.asks.get())
    desk.post(sheet(volunteer, "step/"), {"event": "decline"})
    task.refresh_from_db()
    assert task.status == TaskStatus.OPEN
    assert "cannot work together" in last_letter().body


def test_notes_are_for_the_coordinators_of_the_country_and_remind_them(
    desk: Client, coordinator: User, log_in: Callable[[User], Client]
) -> None:
    volunteer = VolunteerFactory()
    day = localdate() + timedelta(days=9)
    desk.post(sheet(volunteer, "note/"), {"note-text": "Call again", "note-next_action_on": day.isoformat()})
    volunteer.refresh_from_db()
    assert volunteer.next_action_on == day
    assert (Note.objects.get().by, Note.objects.get().text) == (coordinator, "Call again")
    assert "Call again" in log_in(CoordinatorUserFactory()).get(sheet(volunteer)).text


@pytest.mark.parametrize("action", ["note/", "check/"])
def test_an_empty_note_is_refused_beside_its_field(desk: Client, coordinator: User, action: str) -> None:
    volunteer = VolunteerFactory(status=Status.CHECKING)
    answer = desk.post(sheet(volunteer, action), {})
    assert "Please fill this in." in answer.text
    # All of the sheet stands around it, so that it was opened.
    assert AccessRecord.objects.filter(user=coordinator).exists()


TASK = {"country": "DE", "skill": "interpreting", "language_1": "fa", "language_2": "de", "city": "هامبورگ",
        "time": "10:00", "details": "For Shirin"}  # fmt: skip


def test_a_task_is_described_asked_for_and_taken(desk: Client, coordinator: User) -> None:
    day = localdate() + timedelta(days=3)
    volunteer = VolunteerFactory(told={"name": "Laleh", "email": "laleh@example.org"})
    address = desk.post(f"{DESK}tasks/new/", {**TASK, "on": day.isoformat()})["Location"]
    task = Task.objects.get()
    assert (task.by, task.details, task.facts.city_slug) == (coordinator, "For Shirin", "hamburg")
    page = desk.get(address).text
    assert "Laleh" in page
    assert "0 km away" in page
    page = desk.post(of(task, "ask/"), {"volunteer": [volunteer.pk, "nonsense"]}, follow=True).text
    assert "1 volunteer was asked." in page
    asking.say_yes(task.asks.get())
    assert "Take up the yes" in desk.get(address).text
    desk.post(of(task, "act/"), {"action": "choose"})
    task.refresh_from_db()
    assert (task.status, task.asks.get().answer) == (TaskStatus.TAKEN, Answer.CHOSEN)
    assert "somebody was quicker" in desk.post(of(task, "act/"), {"action": "choose"}, follow=True).text
    desk.post(of(task, "act/"), {"action": "close"})
    assert "Interpreting" in desk.get(f"{DESK}tasks/?closed").text
    assert "Interpreting" not in desk.get(f"{DESK}tasks/").text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"on": "2020-01-01"}, "This day is over."),
        ({"city": "Nowhere at all"}, "We do not know this city."),
        ({"country": "FR"}, "Select a valid choice."),
        ({"skill": "flying"}, "Select a valid choice."),
    ],
)
def test_what_is_wrong_in_a_task_is_said(desk: Client, typed: dict, said: str) -> None:
    tomorrow = (localdate() + timedelta(days=1)).isoformat()
    page = desk.post(f"{DESK}tasks/new/", {**TASK, "on": tomorrow, **typed}).text
    assert said in page
    assert "For Shirin" in page
    assert not Task.objects.exists()


def test_a_task_can_come_from_a_case_whose_reference_is_in_no_address(desk: Client) -> None:
    """The other part of the admin sends a form with the reference and nothing else."""
    page = desk.post(f"{DESK}tasks/new/", {"reference": "opaque-reference"}).text
    assert 'value="opaque-reference"' in page
    assert "error-message" not in page
    day = (localdate() + timedelta(days=1)).isoformat()
    desk.post(f"{DESK}tasks/new/", {**TASK, "on": day, "reference": "opaque-reference"})
    assert Task.objects.get().reference == "opaque-reference"
    page = desk.get(of(Task.objects.get())).text
    assert "This task comes from a case." in page
    assert "opaque-reference" not in page


def test_what_is_wanted_stands_on_the_public_page(desk: Client, client: Client) -> None:
    assert desk.get(f"{DESK}wanted/")["Location"] == f"{DESK}wanted/DE/"
    desk.post(f"{DESK}wanted/DE/", {"en": "Drivers above all", "fa": "بیش از همه راننده"})
    TaskFactory()
    assert "Drivers above all" in client.get("/en/volunteer/").text
    page = client.get("/fa/volunteer/").text
    assert "بیش از همه راننده" in page
    assert "فارسی – آلمانی" in page
    assert "Hamburg" not in page
    assert "Drivers above all" in client.get("/de/volunteer/").text
    desk.post(f"{DESK}wanted/DE/", {"en": "", "fa": "x"})
    assert list(Wanted.objects.values_list("language", flat=True)) == ["fa"]


def test_administrators_appoint_and_dismiss(log_in: Callable[[User], Client]) -> None:
    root, user = log_in(User.objects.create_superuser("root")), User.objects.create_user("mina")
    address = f"{DESK}coordinators/"
    assert address in root.get("/admin/").text
    VolunteerFactory()
    page = root.post(address, {"username": "nobody", "country": "DE"})
    assert "There is no such user." in page.text
    root.post(address, {"username": "mina", "country": "DE"})
    row = Coordinator.objects.get()
    assert (row.user, row.country_id) == (user, "DE")
    assert log_in(user).get(DESK).status_code == 200
    assert "mina" in root.get(address).text
    root.post(f"{address}{row.pk}/dismiss/")
    assert not Coordinator.objects.exists()
    assert log_in(user).get("/admin/").status_code == 302


def test_a_coordinator_appoints_nobody(desk: Client) -> None:
    answer = desk.post(f"{DESK}coordinators/", {"username": "mina", "country": "DE"}, follow=True)
    assert is_nowhere(answer)
    assert Coordinator.objects.count() == 1


def test_resting_by_a_coordinator_is_possible_too(desk: Client) -> None:
    volunteer = VolunteerFactory()
    desk.post(sheet(volunteer, "step/"), {"event": Event.REST})
    volunteer.refresh_from_db()
    assert volunteer.status == Status.RESTING


def test_the_second_approval_is_offered_to_somebody_else_alone(
    desk: Client, second_coordinator: User, log_in: Callable[[User], Client], coordinator: User
) -> None:
    volunteer = approved_once(coordinator)
    write_down_checks(volunteer, coordinator)
    assert 'value="approve" disabled' in desk.get(sheet(volunteer)).text
    assert 'value="approve" disabled' not in log_in(second_coordinator).get(sheet(volunteer)).text
