"""Asking for a task: no detail of the person in need, one first yes, and everyone told."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.timezone import localdate

from tests.factories.volunteers import CoordinatorUserFactory, TaskFactory, VolunteerFactory
from tests.volunteers.post import last_letter, letters
from volunteers import asking
from volunteers.enums import Answer, Status, TaskStatus
from volunteers.models import Ask, Coordinator, Task, Volunteer

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(coordinator: User) -> Task:
    return TaskFactory(by=coordinator, details="For Shirin, room 214", reference="case-reference")


@pytest.fixture
def three() -> list[Volunteer]:
    return [VolunteerFactory(told={"email": f"{name}@example.org"}) for name in ("one", "two", "three")]


def question_to(volunteer: Volunteer) -> Ask:
    return volunteer.asks.select_related("volunteer", "task").get()


def answer_of(volunteer: Volunteer) -> str:
    return volunteer.asks.get().answer


def test_the_letter_says_what_where_and_when_and_not_for_whom(task: Task, three: list[Volunteer]) -> None:
    assert asking.ask(task, three) == 3
    assert [each.to for each in letters()] == ["one@example.org", "two@example.org", "three@example.org"]
    body = last_letter().body
    for said in ("Interpreting: Persian – German", "Hamburg", "10:00"):
        assert said in body
    for secret in ("Shirin", "214", "case-reference", str(task.pk)):
        assert secret not in body


@pytest.mark.parametrize("status", [status for status in Status if status != Status.ACTIVE])
def test_only_active_volunteers_are_asked(task: Task, status: Status) -> None:
    assert asking.ask(task, [VolunteerFactory(status=status)]) == 0
    assert letters() == []


def test_nobody_is_asked_twice(task: Task, three: list[Volunteer]) -> None:
    asking.ask(task, three)
    assert asking.ask(task, three) == 0
    assert len(letters()) == 3


def test_the_first_yes_is_put_to_the_coordinator_and_the_others_hear_that_it_is_taken(
    task: Task, three: list[Volunteer], coordinator: User, second_coordinator: User
) -> None:
    """To whoever described the task, and to no colleague."""
    asking.ask(task, three)
    asking.say_no(question_to(three[2]))
    assert asking.say_yes(question_to(three[0])) == Answer.YES
    task.refresh_from_db()
    assert task.status == TaskStatus.OFFERED
    assert [answer_of(each) for each in three] == [Answer.YES, Answer.TOO_LATE, Answer.NO]
    told = letters()[3:]
    assert [each.to for each in told] == ["two@example.org", coordinator.email]
    assert "is taken" in told[0].body
    assert "Something waits for you at the desk" in told[1].body


@pytest.mark.parametrize("status", [status for status in Status if status != Status.ACTIVE])
def test_a_letter_from_better_days_takes_no_task(task: Task, three: list[Volunteer], status: Status) -> None:
    """Declined, resting or gone: the link in the letter still opens, and changes nothing."""
    asking.ask(task, three[:1])
    question = question_to(three[0])
    Volunteer.objects.filter(pk=three[0].pk).update(status=status)
    assert asking.say_yes(question) == Answer.WAITING
    task.refresh_from_db()
    assert task.status == TaskStatus.OPEN


def test_nobody_takes_up_the_yes_of_somebody_who_is_not_active_any_more(
    task: Task, three: list[Volunteer]
) -> None:
    asking.ask(task, three[:1])
    asking.say_yes(question_to(three[0]))
    Volunteer.objects.filter(pk=three[0].pk).update(status=Status.DECLINED)
    task.refresh_from_db()
    assert not asking.choose(task)
    assert task.status == TaskStatus.OFFERED


def test_a_later_yes_is_too_late(task: Task, three: list[Volunteer]) -> None:
    asking.ask(task, three[:1])
    asking.ask(task, three[1:2])
    question = question_to(three[1])
    asking.say_yes(question_to(three[0]))
    assert asking.say_yes(question) == Answer.TOO_LATE


def test_the_link_in_the_letter_shows_the_task_and_takes_the_answer(
    client: Client, task: Task, three: list[Volunteer]
) -> None:
    asking.ask(task, three[:1])
    link = last_letter().link
    page = client.get(link)
    assert "Interpreting: Persian – German" in page.text
    assert "Shirin" not in page.text
    assert answer_of(three[0]) == Answer.WAITING
    assert "You were the first." in client.post(link, {"answer": "yes"}).text
    assert "You were the first." in client.post(link, {"answer": "yes"}).text
    assert answer_of(three[0]) == Answer.YES
    assert "that is fine" in client.post(link, {"answer": "no"}).text
    task.refresh_from_db()
    assert (answer_of(three[0]), task.status) == (Answer.NO, TaskStatus.OPEN)
    assert client.post(link, {"answer": "perhaps"}).status_code == 200
    assert answer_of(three[0]) == Answer.NO


def test_the_coordinator_takes_up_the_yes_once(task: Task, three: list[Volunteer]) -> None:
    asking.ask(task, three[:1])
    assert not asking.choose(task)
    asking.say_yes(question_to(three[0]))
    task.refresh_from_db()
    assert asking.choose(task)
    assert not asking.choose(task)
    assert answer_of(three[0]) == Answer.CHOSEN
    assert last_letter().to == "one@example.org"
    assert "We count on you" in last_letter().body


def test_the_coordinator_asks_others_instead(task: Task, three: list[Volunteer]) -> None:
    asking.ask(task, three[:2])
    asking.say_yes(question_to(three[0]))
    task.refresh_from_db()
    assert asking.release(task)
    assert not asking.release(task)
    assert [answer_of(each) for each in three[:2]] == [Answer.NOT_NEEDED, Answer.TOO_LATE]
    assert "not needed" in last_letter().body
    assert asking.ask(task, three) == 3


def test_closing_before_the_day_tells_whoever_waits(task: Task, three: list[Volunteer]) -> None:
    asking.ask(task, three[:1])
    assert asking.close(task)
    assert not asking.close(task)
    assert answer_of(three[0]) == Answer.NOT_NEEDED
    assert asking.ask(task, three[1:]) == 0


def test_closing_after_the_day_keeps_who_did_it(task: Task, three: list[Volunteer]) -> None:
    asking.ask(task, three[:1])
    asking.say_yes(question_to(three[0]))
    task.refresh_from_db()
    asking.choose(task)
    Task.objects.update(on=localdate() - timedelta(days=1))
    task.refresh_from_db()
    asking.close(task)
    assert answer_of(three[0]) == Answer.CHOSEN
    asking.withdraw(three[0])
    assert answer_of(three[0]) == Answer.CHOSEN


def test_the_database_itself_holds_one_first_yes(task: Task, three: list[Volunteer]) -> None:
    asking.ask(task, three)
    asking.say_yes(question_to(three[0]))
    with pytest.raises(IntegrityError), transaction.atomic():
        Ask.objects.filter(volunteer=three[1]).update(answer=Answer.YES)


def test_a_coordinator_without_an_address_gets_no_letter(three: list[Volunteer]) -> None:
    task = TaskFactory(by=CoordinatorUserFactory(email=""))
    asking.ask(task, three[:1])
    asking.say_yes(question_to(three[0]))
    assert len(letters()) == 1


@pytest.mark.parametrize("is_there", [True, False])
def test_where_whoever_described_it_left_the_yes_is_put_to_all_of_the_country(
    task: Task, three: list[Volunteer], coordinator: User, second_coordinator: User, *, is_there: bool
) -> None:
    CoordinatorUserFactory(country="FR")
    if is_there:
        Coordinator.objects.filter(user=coordinator).delete()
    else:
        coordinator.delete()
    asking.ask(task, three[:1])
    asking.say_yes(question_to(three[0]))
    assert [each.to for each in letters()[1:]] == [second_coordinator.email]
