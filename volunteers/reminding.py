"""Once a day: whoever was silent for two years is asked whether they stay; on Mondays, coordinators are told
that something is overdue.
"""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from confidential.daily import HOUR, claim
from confidential.desk_letters import something_waits
from volunteers import letters
from volunteers.enums import Status
from volunteers.models import Coordinator, Volunteer

TASK = "volunteers' reminders"
SILENCE = timedelta(days=730)
MONDAY = 0
# Whoever stands there is purged by the calendar alone.
ON_THE_WAY_OUT = (Status.NEW, Status.DECLINED, Status.LEFT)


def remind_once_a_day() -> timedelta:
    """The time until it is worth asking again."""
    today = timezone.localdate()
    if claim(TASK, today):
        remind(today)
    return HOUR


def remind(today: date) -> int:
    """How many letters were written."""
    written = sum(_ask_to_stay(volunteer, today) for volunteer in silent(today))
    return written + (_tell_coordinators(today) if today.weekday() == MONDAY else 0)


def silent(today: date) -> list[Volunteer]:
    here = Volunteer.objects.exclude(status__in=ON_THE_WAY_OUT)
    return list(here.filter(heard_on__lt=today - SILENCE, asked_to_stay_on=None))


@transaction.atomic
def _ask_to_stay(volunteer: Volunteer, today: date) -> bool:
    asked = Volunteer.objects.filter(pk=volunteer.pk, asked_to_stay_on=None).update(asked_to_stay_on=today)
    if asked:
        letters.still_there(volunteer)
    return bool(asked)


def _tell_coordinators(today: date) -> int:
    """One letter to each, however much is overdue in however many countries."""
    countries = Volunteer.objects.overdue(today).exclude(status=Status.NEW).values("country")
    rows = Coordinator.objects.filter(country__in=countries).select_related("user")
    people = {row.user_id: row.user for row in rows}
    for user in people.values():
        something_waits(user, "volunteers_desk")
    return len(people)
