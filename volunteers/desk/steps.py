"""The buttons on a volunteer's sheet."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from confidential.desk import DeskRequest
from volunteers import asking, letters
from volunteers.desk.access import back_to_sheet, for_coordinators, known_volunteer
from volunteers.enums import Event, Role, Status
from volunteers.models import Volunteer
from volunteers.moving import NotCheckedYet, approve, move, not_checked
from volunteers.steps import NotPossible, open_to

WITHOUT_TASKS = {Event.REST, Event.DECLINE}
LETTERS = {Status.ACTIVE: letters.welcome, Status.DECLINED: letters.declined}


@dataclass(frozen=True, slots=True)
class Button:
    """`why_not` is empty when it can be pressed."""

    event: Event
    why_not: str = ""


def open_to_coordinator(volunteer: Volunteer, user: User) -> list[Button]:
    events = open_to(Status(volunteer.status), Role.COORDINATOR)
    return [Button(event, _why_not(volunteer, user, event)) for event in events]


def _why_not(volunteer: Volunteer, user: User, event: Event) -> str:
    if event is not Event.APPROVE:
        return ""
    if missing := not_checked(volunteer):
        names = ", ".join(str(kind.label) for kind in missing)
        return _("Not written down yet: %(names)s") % {"names": names}
    if volunteer.approvals.filter(by=user).exists():
        return _("You have approved. Somebody else decides now.")
    return ""


@for_coordinators
@require_POST
def step(request: DeskRequest, pk: Any) -> HttpResponse:
    volunteer = known_volunteer(request, pk)
    try:
        take(volunteer, Event(request.POST.get("event", "")), request.user)
    except NotCheckedYet:
        messages.error(request, _("Something is not written down yet."))
    except (NotPossible, ValueError):
        messages.error(request, _("This is not possible any more: somebody was quicker."))
    return back_to_sheet(volunteer)


@transaction.atomic
def take(volunteer: Volunteer, event: Event, by: User) -> bool:
    """With what follows from it: letters, and tasks that are open again."""
    if event in WITHOUT_TASKS:
        asking.withdraw(volunteer)
    approves = event is Event.APPROVE
    moved = approve(volunteer, by) if approves else move(volunteer, event, Role.COORDINATOR, by)
    if moved and (letter := LETTERS.get(Status(volunteer.status))):
        letter(volunteer)
    return moved
