"""Whichever way somebody goes, by own hand, in time or once more after a restore: no row stays of them."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import serializers
from django.core.management import call_command
from django.db.models import Model
from django.utils import timezone

from confidential import retention
from confidential.models import QueuedLetter
from tests.every_row import tables_that_name
from tests.factories.volunteers import TaskFactory, VolunteerFactory, write_down_checks
from tests.volunteers.post import letters
from volunteers import asking, leaving, moving
from volunteers import letters as letters_of_volunteers
from volunteers.enums import Answer, Event, Role, Status, TaskStatus
from volunteers.models import Note, Task, Volunteer

pytestmark = pytest.mark.django_db
# Who opened what is kept for two years: by UUID, without anything that was told.
KEPT = {"confidential_accessrecord"}
LONG_AGO = timezone.now() - timedelta(days=800)


def hanging_on(model: type[Model]) -> Iterator[type[Model]]:
    """Every table with a key to that one, to one of those, and so on, as the models say."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and relation.related_model is not model:
            yield relation.related_model
            yield from hanging_on(relation.related_model)


def rows(of: Volunteer) -> dict[str, int]:
    """How many there are of each kind, once there is nobody else."""
    return {model.__name__: model._base_manager.count() for model in {Volunteer, *hanging_on(type(of))}}


@pytest.fixture
def volunteer(coordinator: User, second_coordinator: User) -> Volunteer:
    """Somebody of whom there is a row wherever there can be one, and a letter to each address of theirs."""
    volunteer = VolunteerFactory(status=Status.CONFIRMED, told={"email": "going@example.org"})
    moving.move(volunteer, Event.TAKE_UP, Role.COORDINATOR, coordinator)
    write_down_checks(volunteer, coordinator)
    for each in (coordinator, second_coordinator):
        moving.approve(volunteer, each)
    Note.objects.create(volunteer=volunteer, by=coordinator, text="Called on Monday")
    task = TaskFactory(by=coordinator)
    asking.ask(task, [volunteer])
    asking.say_yes(volunteer.asks.get())
    asking.choose(task)
    letters_of_volunteers.own_page(volunteer)
    letters_of_volunteers.confirm_new_address(volunteer, "going-elsewhere@example.org")
    volunteer.refresh_from_db()
    return volunteer


def nothing_is_left(volunteer: Volunteer) -> bool:
    named = tables_that_name(str(volunteer.pk), volunteer.pk.hex, volunteer.email_hash)
    to_them = [each for each in letters() if each.to.startswith("going")]
    return not any(rows(volunteer).values()) and named <= KEPT and not to_them


def test_there_is_a_row_of_them_wherever_there_can_be_one(volunteer: Volunteer) -> None:
    assert [name for name, count in rows(volunteer).items() if not count] == []
    assert {each.to for each in letters()} >= {"going@example.org", "going-elsewhere@example.org"}


def test_by_their_own_hand(volunteer: Volunteer) -> None:
    leaving.delete(volunteer)
    assert nothing_is_left(volunteer)


@pytest.mark.parametrize(
    "stood",
    [
        {"status": Status.NEW, "status_since": LONG_AGO},
        {"status": Status.DECLINED, "status_since": LONG_AGO},
        {"status": Status.LEFT, "status_since": LONG_AGO},
        {"asked_to_stay_on": LONG_AGO.date()},
    ],
    ids=["not confirmed", "declined", "left", "silent"],
)
def test_when_their_time_is_over(volunteer: Volunteer, stood: dict[str, object]) -> None:
    Volunteer.objects.update(**stood)
    retention.purge(timezone.now())
    assert nothing_is_left(volunteer)


def test_after_the_restore_of_an_older_backup(
    volunteer: Volunteer, django_capture_on_commit_callbacks: Callable
) -> None:
    kinds = [Volunteer, *dict.fromkeys(hanging_on(Volunteer)), Task, QueuedLetter]
    backup = serializers.serialize("json", [row for kind in kinds for row in kind._base_manager.all()])
    with django_capture_on_commit_callbacks(execute=True):
        leaving.delete(volunteer)
    for restored in serializers.deserialize("json", backup):
        restored.save()
    assert Task.objects.get().status == TaskStatus.TAKEN
    assert volunteer.asks.get().answer == Answer.CHOSEN
    call_command("replay_erasures")
    assert nothing_is_left(volunteer)
    assert Task.objects.get().status == TaskStatus.OPEN, "somebody else can be asked"


def test_others_keep_what_is_theirs(volunteer: Volunteer) -> None:
    stays = VolunteerFactory()
    letters_of_volunteers.own_page(stays)
    leaving.delete(volunteer)
    assert {stays.profile.email} <= {each.to for each in letters()}
    assert stays.links.count() == 1
