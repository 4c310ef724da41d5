"""Where a volunteer stands, and who may move them where; docs/volunteers.md tells the same table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from volunteers.enums import Event, Role, Status

V, C = Role.VOLUNTEER, Role.COORDINATOR


class NotPossible(Exception):  # noqa: N818 - said of a step, it reads as what it is
    """From there, this event leads nowhere, or not for this role."""


@dataclass(frozen=True, slots=True)
class Step:
    to: Status
    by: frozenset[Role]


def _by(to: Status, *roles: Role) -> Step:
    return Step(to, frozenset(roles))


STEPS: Mapping[tuple[Status, Event], Step] = {
    (Status.NEW, Event.CONFIRM): _by(Status.CONFIRMED, V),
    (Status.CONFIRMED, Event.TAKE_UP): _by(Status.CHECKING, C),
    (Status.CONFIRMED, Event.DECLINE): _by(Status.DECLINED, C),
    (Status.CHECKING, Event.APPROVE): _by(Status.APPROVED, C),
    (Status.CHECKING, Event.DECLINE): _by(Status.DECLINED, C),
    # By another coordinator than the first.
    (Status.APPROVED, Event.APPROVE): _by(Status.ACTIVE, C),
    (Status.APPROVED, Event.DECLINE): _by(Status.DECLINED, C),
    (Status.ACTIVE, Event.REST): _by(Status.RESTING, V, C),
    (Status.ACTIVE, Event.DECLINE): _by(Status.DECLINED, C),
    (Status.RESTING, Event.RETURN): _by(Status.ACTIVE, V),
    (Status.RESTING, Event.DECLINE): _by(Status.DECLINED, C),
    # Everyone can leave at any point.
    **{(status, Event.LEAVE): _by(Status.LEFT, V) for status in Status if status != Status.LEFT},
}


@dataclass(frozen=True, slots=True)
class NextAction:
    """What the coordinators have to do, and within which time."""

    what: Promise
    within: timedelta


NEXT_ACTIONS: Mapping[Status, NextAction] = {
    Status.CONFIRMED: NextAction(_("Say hello and agree on a conversation"), timedelta(days=3)),
    Status.CHECKING: NextAction(_("Talk, call the references, ask about ties"), timedelta(days=14)),
    Status.APPROVED: NextAction(_("A second coordinator decides"), timedelta(days=7)),
    Status.ACTIVE: NextAction(_("Ask how it is going"), timedelta(days=180)),
    Status.RESTING: NextAction(_("Ask whether the rest is over"), timedelta(days=90)),
}


def after(status: Status, event: Event, role: Role) -> Status:
    step = STEPS.get((status, event))
    if step is None or role not in step.by:
        raise NotPossible(f"{status} {event} {role}")
    return step.to


def open_to(status: Status, role: Role) -> list[Event]:
    """What somebody in this role can do now, in the order of the events."""
    return [event for event in Event if (step := STEPS.get((status, event))) and role in step.by]
