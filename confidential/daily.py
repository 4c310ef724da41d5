"""Once a day, by whichever process comes first: what is over is purged, the ledger of erasures settled."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from confidential import erasure, retention
from confidential.models import DailyTask

PURGE = "purge"
HOUR = timedelta(hours=1)


def purge_once_a_day() -> timedelta:
    """The time until it is worth asking again."""
    now = timezone.now()
    if claim(PURGE, timezone.localdate(now)):
        _purge(now)
    return HOUR


@transaction.atomic
def claim(name: str, today: date) -> bool:
    """True for exactly one of all who ask on one day."""
    _row, is_new = DailyTask.objects.get_or_create(name=name, defaults={"done_on": today})
    return is_new or bool(DailyTask.objects.filter(Q(name=name) & Q(done_on__lt=today)).update(done_on=today))


def _purge(now: datetime) -> None:
    """A failure gives the day back: the next hour tries again."""
    try:
        erasure.settle(now)
        retention.purge(now)
    except Exception:
        DailyTask.objects.filter(name=PURGE).delete()
        raise
