"""What is kept for how long, who is asked before, and that nothing is left anywhere."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision

from confidential import retention
from confidential.enums import AccessReason
from confidential.models import AccessRecord
from tests.factories.volunteers import TaskFactory, VolunteerFactory, approved_once
from tests.volunteers.post import letters
from volunteers import asking, reminding
from volunteers.enums import Status
from volunteers.models import Ask, Link, Task, Volunteer

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)


def days_ago(days: int) -> dict[str, object]:
    return {"status_since": timezone.now() - timedelta(days=days)}


def purge(**later: int) -> None:
    retention.purge(timezone.now() + timedelta(**later))


@pytest.mark.parametrize(("status", "days"), [(Status.NEW, 7), (Status.DECLINED, 90), (Status.LEFT, 30)])
def test_each_status_on_the_way_out_has_its_time(status: Status, days: int) -> None:
    VolunteerFactory(status=status, **days_ago(days + 1))
    kept = VolunteerFactory(status=status, **days_ago(days - 1))
    purge()
    assert list(Volunteer.objects.all()) == [kept]


@pytest.mark.parametrize(
    "status", [Status.CONFIRMED, Status.CHECKING, Status.APPROVED, Status.ACTIVE, Status.RESTING]
)
def test_nobody_else_goes_without_being_asked(status: Status) -> None:
    VolunteerFactory(status=status, **days_ago(3_000))
    purge()
    assert Volunteer.objects.count() == 1


def test_whoever_was_silent_for_two_years_is_asked_and_goes_after_a_month_without_an_answer() -> None:
    today = timezone.localdate()
    volunteer = VolunteerFactory(heard_on=today - timedelta(days=731))
    VolunteerFactory(heard_on=today - timedelta(days=729))
    assert reminding.silent(today) == [volunteer]
    for _day in range(2):
        reminding.remind(today)
    assert [each.to for each in letters()] == [volunteer.profile.email]
    assert "two years" in letters()[0].body
    purge(days=29)
    assert Volunteer.objects.count() == 2
    purge(days=32)
    assert Volunteer.objects.count() == 1


def test_whoever_answers_stays(client: Client) -> None:
    volunteer = VolunteerFactory(heard_on=timezone.localdate() - timedelta(days=731))
    reminding.remind(TUESDAY)
    client.post(letters()[0].link)
    volunteer.refresh_from_db()
    assert (volunteer.heard_on, volunteer.asked_to_stay_on) == (timezone.localdate(), None)


@pytest.mark.parametrize("status", [Status.NEW, Status.DECLINED, Status.LEFT])
def test_whoever_is_on_the_way_out_is_not_asked(status: Status) -> None:
    VolunteerFactory(status=status, heard_on=timezone.localdate() - timedelta(days=800))
    reminding.remind(TUESDAY)
    assert letters() == []


def test_on_mondays_coordinators_hear_that_something_is_overdue(
    coordinator: User, second_coordinator: User
) -> None:
    for _each in range(2):
        VolunteerFactory(next_action_on=MONDAY - timedelta(days=1), told={"name": "Laleh"})
    reminding.remind(TUESDAY)
    assert letters() == []
    reminding.remind(MONDAY)
    assert {each.to for each in letters()} == {coordinator.email, second_coordinator.email}
    assert len(letters()) == 2
    assert not any("Laleh" in each.body for each in letters())


def test_reminding_happens_once_a_day(coordinator: User) -> None:
    VolunteerFactory(heard_on=timezone.localdate() - timedelta(days=731))
    for _time in range(2):
        assert reminding.remind_once_a_day() == timedelta(hours=1)
    assert len([each for each in letters() if "two years" in each.body]) == 1


def test_tasks_and_links_have_their_time() -> None:
    task = TaskFactory()
    asking.ask(task, [VolunteerFactory()])
    purge(days=9)
    assert (Task.objects.count(), Link.objects.count()) == (1, 0)
    purge(days=186)
    assert Task.objects.count() == 1
    purge(days=189)
    assert (Task.objects.count(), Ask.objects.count(), Volunteer.objects.count()) == (0, 0, 1)


def test_no_revision_log_or_index_of_wagtail_knows_a_volunteer(
    coordinator: User, log_in: Callable[[User], Client]
) -> None:
    volunteer = VolunteerFactory()
    TaskFactory(by=coordinator)
    log_in(coordinator).post(f"/admin/volunteers/sheet/{volunteer.pk}/note/", {"note-text": "x"})
    app = {"content_type__app_label": "volunteers"}
    assert not Revision.objects.filter(**app).exists()
    assert not ModelLogEntry.objects.filter(**app).exists()
    assert not ReferenceIndex.objects.filter(base_content_type__app_label="volunteers").exists()
    assert not ReferenceIndex.objects.filter(
        to_object_id=str(coordinator.pk), content_type__app_label="volunteers"
    ).exists()


def test_opening_a_sheet_or_a_task_is_written_down(
    coordinator: User, second_coordinator: User, log_in: Callable[[User], Client]
) -> None:
    volunteer, task = VolunteerFactory(status=Status.CONFIRMED), TaskFactory()
    browser = log_in(coordinator)
    browser.get("/admin/volunteers/")
    assert not AccessRecord.objects.exists()
    browser.get(f"/admin/volunteers/sheet/{volunteer.pk}/")
    browser.get(f"/admin/volunteers/tasks/{task.pk}/")
    waits = approved_once(coordinator)
    log_in(second_coordinator).get(f"/admin/volunteers/sheet/{waits.pk}/")
    records = AccessRecord.objects.order_by("created_at").values_list("user", "table", "row", "why")
    assert list(records) == [
        (coordinator.pk, "volunteers_volunteer", str(volunteer.pk), AccessReason.WORK),
        (coordinator.pk, "volunteers_task", str(task.pk), AccessReason.WORK),
        (second_coordinator.pk, "volunteers_volunteer", str(waits.pk), AccessReason.SECOND_OPINION),
    ]


def test_coordinators_see_who_opened_a_sheet_also_when_that_account_is_gone(
    desk: Client, coordinator: User, second_coordinator: User, log_in: Callable[[User], Client]
) -> None:
    sheet = f"/admin/volunteers/sheet/{VolunteerFactory(status=Status.APPROVED).pk}/"
    log_in(second_coordinator).get(sheet)
    number = second_coordinator.pk
    second_coordinator.delete()
    page = BeautifulSoup(desk.get(sheet).text, "html.parser")
    own, anothers = (line.text for line in page.select("details li"))
    assert f"{coordinator.username} · as the second pair of eyes" in own
    assert f"user {number}, deleted · as the second pair of eyes" in anothers


def test_appointing_is_written_down(log_in: Callable[[User], Client], coordinator: User) -> None:
    root = User.objects.create_superuser("root")
    browser = log_in(root)
    browser.post("/admin/volunteers/coordinators/", {"username": "root", "country": "DE"})
    assert AccessRecord.objects.get().why == AccessReason.APPOINTMENT
    assert browser.get("/admin/volunteers/").status_code == 200
