"""How long what is kept for; docs/casework.md has the same table."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from casework.enums import FAMILY, State, Status
from casework.models import AccessRequest, Case, Consent, Introduction
from confidential.retention import Retention, register

CLOSED = timedelta(days=90)
UNREAD = timedelta(days=180)
FAMILY_UNREAD = timedelta(days=365)


def closed_cases(now: datetime, period: timedelta) -> QuerySet:
    return Case.objects.filter(status=Status.CLOSED, status_since__lt=now - period)


def unread_mailboxes(now: datetime, period: timedelta) -> QuerySet:
    return Case.objects.exclude(kind__in=FAMILY).filter(read_on__lt=(now - period).date())


def unread_family_mailboxes(now: datetime, period: timedelta) -> QuerySet:
    """Opening the mailbox renews a search or a registration."""
    return Case.objects.filter(kind__in=FAMILY, read_on__lt=(now - period).date())


def consents_run_out(now: datetime, period: timedelta) -> QuerySet:
    return Consent.objects.filter(until__lt=now - period)


def introductions_that_came_to_nothing(now: datetime, period: timedelta) -> QuerySet:
    over = Introduction.objects.filter(state__in=[State.ENDED, State.DROPPED])
    return over.filter(changed_at__lt=now - period)


def old_access_requests(now: datetime, period: timedelta) -> QuerySet:
    return AccessRequest.objects.filter(created_at__lt=now - period)
