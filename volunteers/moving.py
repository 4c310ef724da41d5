"""Steps as they are taken: each once, however often and from however many sides a button is pressed."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from volunteers.enums import CheckKind, Event, Role, Status
from volunteers.models import Approval, Coordinator, StepTaken, Volunteer
from volunteers.steps import NEXT_ACTIONS, after


class NotCheckedYet(Exception):  # noqa: N818 - said of a volunteer, it reads as what it is
    """Something that has to be known before anybody approves is not written down."""


@transaction.atomic
def move(volunteer: Volunteer, event: Event, role: Role, by: User | None = None) -> bool:
    """False when somebody else was first; raises NotPossible where the table has no such step."""
    to = after(Status(volunteer.status), event, role)
    today, action = timezone.localdate(), NEXT_ACTIONS.get(to)
    changed = Volunteer.objects.filter(pk=volunteer.pk, status=volunteer.status).update(
        status=to,
        status_since=timezone.now(),
        next_action_on=today + action.within if action else None,
        **({"heard_on": today, "asked_to_stay_on": None} if role == Role.VOLUNTEER else {}),
    )
    if not changed:
        return False
    StepTaken.objects.create(volunteer=volunteer, event=event, to=to, by=by)
    volunteer.refresh_from_db()
    return True


@transaction.atomic
def approve(volunteer: Volunteer, by: User) -> bool:
    """The first approval waits for a second one, by somebody else; that one lets the volunteer begin."""
    locked = Volunteer.objects.select_for_update().get(pk=volunteer.pk)
    if locked.approvals.filter(by=by).exists():
        return False
    after(Status(locked.status), Event.APPROVE, Role.COORDINATOR)
    if not_checked(locked):
        raise NotCheckedYet
    _forget_whoever_is_gone(locked)
    place = locked.approvals.count() + 1
    Approval.objects.create(volunteer=locked, by=by, place=place)
    waits_still = place == 1 and locked.status == Status.APPROVED
    moved = waits_still or move(locked, Event.APPROVE, Role.COORDINATOR, by)
    volunteer.refresh_from_db()
    return moved


def _forget_whoever_is_gone(volunteer: Volunteer) -> None:
    """A first approval counts while who gave it can log in and coordinates that country."""
    here = Coordinator.objects.at_work().filter(country_id=volunteer.country_id)
    volunteer.approvals.exclude(by__in=here.values("user")).delete()


def not_checked(volunteer: Volunteer) -> list[CheckKind]:
    known = set(volunteer.checks.values_list("kind", flat=True))
    return [kind for kind in CheckKind if kind not in known]
