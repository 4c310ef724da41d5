"""How long each kind of row is kept. docs/volunteers.md says the same, held to it by a test."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import QuerySet

from confidential.retention import Retention, register
from volunteers.enums import Status
from volunteers.links import STAY_WITHIN
from volunteers.models import Link, Task, Volunteer


def standing_in(status: Status) -> Callable[[datetime], QuerySet[Volunteer]]:
    return lambda before: Volunteer.objects.filter(status=status, status_since__lt=before)


RETENTIONS = (
    Retention(
        "volunteers not confirmed",
        standing_in(Status.NEW),
        timedelta(days=7),
        "The link in the letter works as long; whoever did not press it may not even know of it.",
    ),
    Retention(
        "volunteers declined",
        standing_in(Status.DECLINED),
        timedelta(days=90),
        "Whoever was declined does not begin anew at once, and may ask why.",
    ),
    Retention(
        "volunteers who left",
        standing_in(Status.LEFT),
        timedelta(days=30),
        "Leaving by mistake can be made good; whoever wants it at once deletes everything.",
    ),
    Retention(
        "volunteers without a word",
        lambda before: Volunteer.objects.filter(asked_to_stay_on__lt=before.date()),
        STAY_WITHIN,
        "Nobody heard from them for two years, and they did not answer the letter that asked.",
    ),
    Retention(
        "volunteers' tasks",
        lambda before: Task.objects.filter(on__lt=before.date()),
        timedelta(days=180),
        "How often somebody was asked, and hours that a volunteer may want to have confirmed.",
    ),
    Retention(
        "volunteers' links",
        lambda before: Link.objects.filter(expires_at__lt=before),
        timedelta(0),
        "A link that works no more says when somebody was written to.",
    ),
)


def register_all() -> None:
    for retention in RETENTIONS:
        register(retention)
