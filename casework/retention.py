"""How long what is kept; docs/confidential.md has the same table."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from casework.enums import FAMILY, State, Status
from casework.models import AccessRequest, Case, Consent, Introduction
from confidential.retention import Retention, register

QUARTER = timedelta(days=90)
HALF_A_YEAR = timedelta(days=180)
YEAR = timedelta(days=365)


def closed_cases(before: datetime) -> QuerySet:
    return Case.objects.filter(status=Status.CLOSED, status_since__lt=before)


def unread_requests_for_help(before: datetime) -> QuerySet:
    return Case.objects.exclude(kind__in=FAMILY).filter(read_on__lt=before.date())


def unread_family_mailboxes(before: datetime) -> QuerySet:
    """Opening the mailbox renews a search or a registration."""
    return Case.objects.filter(kind__in=FAMILY, read_on__lt=before.date())


def consents_run_out(before: datetime) -> QuerySet:
    return Consent.objects.filter(until__lt=before)


def introductions_that_are_over(before: datetime) -> QuerySet:
    over = Introduction.objects.filter(state__in=[State.ENDED, State.DROPPED])
    return over.filter(changed_at__lt=before)


def old_access_requests(before: datetime) -> QuerySet:
    return AccessRequest.objects.filter(created_at__lt=before)


RETENTIONS = [
    Retention("closed cases", closed_cases, QUARTER, "Questions may come up after the last answer."),
    Retention(
        "requests for help nobody reads",
        unread_requests_for_help,
        HALF_A_YEAR,
        "Whoever has not looked for so long has found help, or lost the code.",
    ),
    Retention(
        "family mailboxes nobody reads",
        unread_family_mailboxes,
        YEAR,
        "Finding each other takes long; opening the mailbox renews it.",
    ),
    Retention(
        "consents run out", consents_run_out, timedelta(0), "A yes holds for 90 days, and then is none."
    ),
    Retention(
        "introductions that are over",
        introductions_that_are_over,
        QUARTER,
        "So that nobody proposes the same two again at once.",
    ),
    Retention("requests to open a case", old_access_requests, QUARTER, "To look into what happened."),
]


def register_all() -> None:
    for retention in RETENTIONS:
        register(retention)
