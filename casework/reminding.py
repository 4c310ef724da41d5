"""Once a day caseworkers whom something waits for get a letter that says no more than that."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef
from django.utils import timezone

from casework.enums import Status
from casework.models import AccessRequest, Case, Caseworker
from confidential.daily import HOUR, claim
from confidential.desk_letters import something_waits

TASK = "caseworkers' reminders"


def remind_once_a_day() -> timedelta:
    """The time until it is worth asking again."""
    now = timezone.now()
    if claim(TASK, timezone.localdate(now)):
        remind(now)
    return HOUR


def remind(now: datetime) -> None:
    """One letter to each, however much waits; it leads to the front page, and names no desk."""
    for user in User.objects.filter(casework__isnull=False, is_active=True).distinct():
        if _is_waited_for(user, now):
            something_waits(user)


def _is_waited_for(user: User, now: datetime) -> bool:
    """By a case that nobody looks after, an overdue one of their own, or a colleague who asks to open one."""
    cases = Case.objects.at_the_desk_of(user)
    their_own = Caseworker.objects.at_work().filter(user=OuterRef("assigned_to"), country=OuterRef("country"))
    nobodys = cases.filter(~Exists(their_own))
    waits = nobodys.filter(status=Status.NEW) | nobodys.overdue(now)
    return (
        waits.exists()
        or cases.overdue(now).filter(assigned_to=user).exists()
        or AccessRequest.objects.for_approval_by(user).exists()
    )
