"""Asking volunteers for a task. The first yes is put to the coordinator; the others hear that it is taken."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from confidential.desk_letters import something_waits
from volunteers import letters
from volunteers.enums import Answer, Status, TaskStatus
from volunteers.models import Ask, Coordinator, Task, Volunteer

# Who answered so, or was not needed, may be asked again when a task is open once more.
MAY_BE_ASKED_AGAIN = {Answer.TOO_LATE, Answer.NOT_NEEDED}
HOLDS_THE_TASK = {Answer.YES, Answer.CHOSEN}


@transaction.atomic
def ask(task: Task, volunteers: Iterable[Volunteer]) -> int:
    """How many were asked: those who are active, and not asked already."""
    locked = Task.objects.select_for_update().get(pk=task.pk)
    if locked.status != TaskStatus.OPEN:
        return 0
    return sum(_ask(locked, volunteer) for volunteer in volunteers if volunteer.status == Status.ACTIVE)


def _ask(task: Task, volunteer: Volunteer) -> bool:
    question, is_new = Ask.objects.get_or_create(task=task, volunteer=volunteer)
    if not is_new and not _set(question, Answer.WAITING, MAY_BE_ASKED_AGAIN):
        return False
    letters.question(volunteer, question)
    return True


@transaction.atomic
def say_yes(question: Ask) -> Answer:
    """What became of it: YES for the first, TOO_LATE for whoever comes after, or what was said before.

    A letter may be older than a rest, a leave or our no: whoever is not active any more changes nothing.
    """
    task = Task.objects.select_for_update().get(pk=question.task_id)
    question.refresh_from_db()
    if question.answer not in {Answer.WAITING, Answer.NO} or not _is_active(question):
        return Answer(question.answer)
    if not _move(task, TaskStatus.OPEN, TaskStatus.OFFERED):
        _set(question, Answer.TOO_LATE)
        return Answer.TOO_LATE
    _set(question, Answer.YES)
    question.volunteer.hear()
    _tell_the_others(task)
    _tell_the_desk(task)
    return Answer.YES


def _is_active(question: Ask) -> bool:
    return Volunteer.objects.filter(pk=question.volunteer_id, status=Status.ACTIVE).exists()


def _tell_the_others(task: Task) -> None:
    for other in task.asks.filter(answer=Answer.WAITING).select_related("volunteer"):
        if _set(other, Answer.TOO_LATE, {Answer.WAITING}):
            letters.taken(other.volunteer, task)


@transaction.atomic
def say_no(question: Ask) -> None:
    """Also after a yes, until the task is closed."""
    task = Task.objects.select_for_update().get(pk=question.task_id)
    question.refresh_from_db()
    if task.status == TaskStatus.CLOSED:
        return
    held = question.answer in HOLDS_THE_TASK
    if _set(question, Answer.NO, {Answer.WAITING, *HOLDS_THE_TASK}):
        question.volunteer.hear()
        if held:
            _open_again(task)


@transaction.atomic
def choose(task: Task) -> bool:
    """The coordinator takes up the first yes, of somebody who is still active."""
    question = task.asks.select_related("volunteer").filter(answer=Answer.YES).first()
    if question is None or not _is_active(question):
        return False
    if not _move(task, TaskStatus.OFFERED, TaskStatus.TAKEN):
        return False
    _set(question, Answer.CHOSEN)
    letters.chosen(question.volunteer, task)
    return True


@transaction.atomic
def release(task: Task) -> bool:
    """Whoever said yes is not needed; others can be asked."""
    if not _move(task, task.status, TaskStatus.OPEN, only={TaskStatus.OFFERED, TaskStatus.TAKEN}):
        return False
    _let_go(task, HOLDS_THE_TASK)
    return True


@transaction.atomic
def close(task: Task) -> bool:
    """Done, or not needed any more: whoever was still asked or said yes before the day hears of it."""
    was = TaskStatus(task.status)
    if was == TaskStatus.CLOSED or not _move(task, was, TaskStatus.CLOSED):
        return False
    if task.on >= timezone.localdate():
        _let_go(task, {Answer.WAITING, *HOLDS_THE_TASK})
    return True


def _let_go(task: Task, answers: set[Answer]) -> None:
    for question in task.asks.filter(answer__in=answers).select_related("volunteer"):
        if _set(question, Answer.NOT_NEEDED, answers):
            letters.not_needed(question.volunteer, task)


@transaction.atomic
def withdraw(volunteer: Volunteer) -> None:
    """Whoever rests or leaves is asked nothing more, and what they had said yes to is open again."""
    for question in volunteer.asks.select_related("task").filter(
        answer__in={Answer.WAITING, *HOLDS_THE_TASK}
    ):
        say_no(question)


def open_what_nobody_holds() -> None:
    """After a replay: whoever had said yes is erased again, and the coordinator hears of it as then."""
    held = Ask.objects.filter(task=OuterRef("pk"), answer__in=HOLDS_THE_TASK)
    promised = Task.objects.filter(status__in={TaskStatus.OFFERED, TaskStatus.TAKEN})
    for task in promised.filter(~Exists(held)):
        _open_again(task)


def _open_again(task: Task) -> None:
    if _move(task, task.status, TaskStatus.OPEN, only={TaskStatus.OFFERED, TaskStatus.TAKEN}):
        _tell_the_desk(task)


def _tell_the_desk(task: Task) -> None:
    """Whoever described the task, or, where they look after it no more, everybody who does."""
    here = Coordinator.objects.at_work().filter(country=task.country_id).select_related("user")
    people = [coordinator.user for coordinator in here]
    for user in [task.by] if task.by in people else people:
        something_waits(user, "volunteers_desk")


def _move(task: Task, was: str, to: TaskStatus, only: set[TaskStatus] | None = None) -> bool:
    if only and was not in only:
        return False
    changed = Task.objects.filter(pk=task.pk, status=was).update(status=to)
    task.status = to if changed else task.status
    return bool(changed)


def _set(question: Ask, answer: Answer, only: Iterable[Answer] = tuple(Answer)) -> bool:
    return bool(
        Ask.objects.filter(pk=question.pk, answer__in=only).update(answer=answer, answered_at=timezone.now())
    )
