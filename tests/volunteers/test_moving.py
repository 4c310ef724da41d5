"""Steps as they are taken: approved by two different people, and each once, however often one presses."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate

from tests.factories.volunteers import (
    CoordinatorUserFactory,
    TaskFactory,
    VolunteerFactory,
    approved_once,
    write_down_checks,
)
from volunteers import asking, leaving, moving, signing_up
from volunteers.desk.steps import take
from volunteers.enums import Answer, CheckKind, Event, Role, Status, TaskStatus
from volunteers.models import Approval, Ask, Coordinator, Link, StepTaken, Volunteer
from volunteers.steps import NotPossible

CLICKS = 200
AT_ONCE = 8


@pytest.fixture
def checked(coordinator: User) -> Volunteer:
    volunteer = VolunteerFactory(status=Status.CHECKING)
    write_down_checks(volunteer, coordinator)
    return volunteer


@pytest.mark.django_db
def test_two_different_people_approve(
    checked: Volunteer, coordinator: User, second_coordinator: User
) -> None:
    assert moving.approve(checked, coordinator)
    assert checked.status == Status.APPROVED
    assert not moving.approve(checked, coordinator)
    assert checked.status == Status.APPROVED
    assert moving.approve(checked, second_coordinator)
    assert checked.status == Status.ACTIVE
    assert list(checked.approvals.values_list("by", "place")) == [
        (coordinator.pk, 1),
        (second_coordinator.pk, 2),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "go",
    [
        lambda user: Coordinator.objects.filter(user=user).delete(),
        lambda user: User.objects.filter(pk=user.pk).update(is_active=False),
        lambda user: user.delete(),
    ],
    ids=["dismissed", "locked out", "without an account"],
)
def test_a_first_approval_counts_while_who_gave_it_is_there(
    checked: Volunteer, coordinator: User, second_coordinator: User, go: Callable[[User], object]
) -> None:
    moving.approve(checked, coordinator)
    go(coordinator)
    assert moving.approve(checked, second_coordinator)
    assert checked.status == Status.APPROVED
    assert moving.approve(checked, CoordinatorUserFactory())
    assert checked.status == Status.ACTIVE


@pytest.mark.django_db
def test_whoever_comes_back_is_got_to_know_anew(
    checked: Volunteer, coordinator: User, second_coordinator: User
) -> None:
    moving.approve(checked, coordinator)
    moving.approve(checked, second_coordinator)
    leaving.leave(checked)
    signing_up.sign_up(checked.profile)
    signing_up.confirm(Link.objects.get())
    checked.refresh_from_db()
    assert checked.status == Status.CONFIRMED
    assert moving.not_checked(checked) == list(CheckKind)
    Volunteer.objects.filter(pk=checked.pk).update(status=Status.CHECKING)
    write_down_checks(checked, coordinator)
    checked.refresh_from_db()
    assert moving.approve(checked, coordinator)
    assert moving.approve(checked, second_coordinator)
    assert checked.status == Status.ACTIVE


@pytest.mark.django_db
def test_to_leave_is_no_way_around_a_no(checked: Volunteer, coordinator: User) -> None:
    moving.move(checked, Event.DECLINE, Role.COORDINATOR, coordinator)
    leaving.leave(checked)
    signing_up.sign_up(checked.profile)
    checked.refresh_from_db()
    assert checked.status == Status.LEFT


@pytest.mark.parametrize("missing", ["references", "conversation", "ties"])
def test_nobody_is_approved_before_all_is_written_down(
    checked: Volunteer, coordinator: User, missing: str
) -> None:
    checked.checks.filter(kind=missing).delete()
    with pytest.raises(moving.NotCheckedYet):
        moving.approve(checked, coordinator)
    assert not Approval.objects.exists()


def test_each_step_is_dated_and_by_somebody(checked: Volunteer, coordinator: User) -> None:
    moving.approve(checked, coordinator)
    step = StepTaken.objects.get()
    assert (step.event, step.to, step.by) == (Event.APPROVE, Status.APPROVED, coordinator)
    assert checked.next_action_on > localdate()
    moving.move(checked, Event.LEAVE, Role.VOLUNTEER)
    assert StepTaken.objects.get(event=Event.LEAVE).by is None
    assert checked.next_action_on is None


def test_an_old_page_changes_nothing(checked: Volunteer, coordinator: User) -> None:
    stale = Volunteer.objects.get()
    moving.move(checked, Event.DECLINE, Role.COORDINATOR, coordinator)
    assert not moving.move(stale, Event.LEAVE, Role.VOLUNTEER)
    with pytest.raises(NotPossible):
        moving.approve(stale, coordinator)
    assert Volunteer.objects.get().status == Status.DECLINED


@pytest.mark.django_db
def test_the_database_refuses_what_the_table_does_not_know(checked: Volunteer, coordinator: User) -> None:
    approved = approved_once(coordinator)
    wrong: list[Callable[[], object]] = [
        lambda: Volunteer.objects.update(status="friend"),
        lambda: Approval.objects.create(volunteer=approved, by=coordinator, place=2),
        lambda: Approval.objects.create(volunteer=approved, by=CoordinatorUserFactory(), place=1),
        lambda: Approval.objects.create(volunteer=checked, by=coordinator, place=3),
    ]
    for each in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            each()


def at_once(clicks: list[Callable[[], object]]) -> list[object]:
    """All of them from many threads, each with a connection of its own; a refusal counts as False."""

    def press(click: Callable[[], object]) -> object:
        try:
            return click()
        except NotPossible:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(press, clicks))


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_hundred_clicks_by_two_people_are_two_approvals_and_one_beginning() -> None:
    one, other = CoordinatorUserFactory(), CoordinatorUserFactory()
    volunteer = VolunteerFactory(status=Status.CHECKING)
    write_down_checks(volunteer, one)
    people = islice(cycle([one, other]), CLICKS)
    pressed = at_once(
        [lambda by=by: take(Volunteer.objects.get(pk=volunteer.pk), Event.APPROVE, by) for by in people]
    )
    assert pressed.count(True) == 2
    assert set(volunteer.approvals.values_list("by", flat=True)) == {one.pk, other.pk}
    assert StepTaken.objects.filter(to=Status.ACTIVE).count() == 1
    assert Volunteer.objects.get().status == Status.ACTIVE


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_two_hundred_yeses_are_one_first_yes() -> None:
    task = TaskFactory(by=CoordinatorUserFactory())
    volunteers = [VolunteerFactory() for _each in range(4)]
    asking.ask(task, volunteers)
    questions = [ask.pk for ask in Ask.objects.all()]
    at_once(
        [
            lambda pk=pk: asking.say_yes(Ask.objects.select_related("volunteer").get(pk=pk))
            for pk in islice(cycle(questions), CLICKS)
        ]
    )
    task.refresh_from_db()
    assert task.status == TaskStatus.OFFERED
    answers = list(Ask.objects.values_list("answer", flat=True))
    assert (answers.count(Answer.YES), answers.count(Answer.TOO_LATE)) == (1, 3)


@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_leaving_and_being_approved_at_once_end_in_one_of_the_two() -> None:
    one = CoordinatorUserFactory()
    volunteer = VolunteerFactory(status=Status.CHECKING)
    write_down_checks(volunteer, one)

    def leave() -> bool:
        return moving.move(Volunteer.objects.get(pk=volunteer.pk), Event.LEAVE, Role.VOLUNTEER)

    def approve() -> bool:
        return moving.approve(Volunteer.objects.get(pk=volunteer.pk), one)

    pressed = at_once([leave, approve] * 20)
    assert Volunteer.objects.get().status in {Status.LEFT, Status.APPROVED}
    assert StepTaken.objects.count() == pressed.count(True)
    assert StepTaken.objects.filter(event=Event.LEAVE).count() <= 1
