"""Resting, leaving, and being forgotten: at any point, by the volunteer's own hand."""

from django.db import transaction

from confidential.enums import AccessReason
from confidential.erasure import erase
from volunteers import asking
from volunteers.enums import Event, Role
from volunteers.models import Volunteer
from volunteers.moving import move


@transaction.atomic
def rest(volunteer: Volunteer) -> bool:
    return _step_back(volunteer, Event.REST)


@transaction.atomic
def leave(volunteer: Volunteer) -> bool:
    return _step_back(volunteer, Event.LEAVE)


def _step_back(volunteer: Volunteer, event: Event) -> bool:
    asking.withdraw(volunteer)
    return move(volunteer, event, Role.VOLUNTEER)


@transaction.atomic
def delete(volunteer: Volunteer) -> None:
    """Nothing is left, in a backup that is restored neither, and no letter leaves any more."""
    asking.withdraw(volunteer)
    erase(volunteer, why=AccessReason.OWNER)
