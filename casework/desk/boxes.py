"""The boxes of the desk: which cases lie in each, for one caseworker."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.functional import Promise
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from casework.enums import Status
from casework.managers import CaseQuerySet


@dataclass(frozen=True)
class Box:
    name: str
    label: str | Promise
    holds: Callable[[CaseQuerySet, User], CaseQuerySet]


BOXES = (
    Box("new", _("New"), lambda cases, _user: cases.filter(status=Status.NEW)),
    Box("mine", _("Mine"), lambda cases, user: cases.not_closed().filter(assigned_to=user)),
    Box("ours", _("Waiting for us"), lambda cases, _user: cases.filter(status=Status.OURS)),
    Box("theirs", _("Waiting for them"), lambda cases, _user: cases.filter(status=Status.THEIRS)),
    Box("overdue", _("Overdue"), lambda cases, _user: cases.overdue(now())),
    Box("closed", _("Closed"), lambda cases, _user: cases.filter(status=Status.CLOSED)),
)


def box_named(name: str) -> Box:
    return next((box for box in BOXES if box.name == name), BOXES[0])
