"""The standing answer of one side: may we, if two of our caseworkers are sure, share what you choose?

It is asked in every family mailbox from the first day, and answered without anybody waiting for it, so that
neither the question nor an answer tells whether there is somebody else.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.timezone import now

from casework.enums import Answer, CaseEvent
from casework.introducing import fall_back
from casework.models import Case, Consent
from confidential.enums import AccessReason
from confidential.erasure import erase

HOLDS_FOR = timedelta(days=90)
# All family mailboxes are reminded of the question on the same days.
ROUND = timedelta(days=14)
_FIRST_ROUND = datetime.fromisoformat("2026-01-05T00:00:00+00:00")


def answer(case: UUID, given: Answer, shares: dict[str, str]) -> None:
    """The same answer as before is a renewal; any other takes its place, and approvals fall."""
    with transaction.atomic():
        held = Case.objects.held(case).first()
        if held is None or not held.is_family:
            return
        if held.is_closed:
            held.move(CaseEvent.THEY_WRITE)
        before = Consent.objects.filter(case=case).first()
        if before and before.until > now() and (before.answer, before.shares) == (given, shares):
            before.renewed_at, before.until = now(), now() + HOLDS_FOR
            before.save(update_fields=["renewed_at", "until"])
            return
        if before:
            erase(before, AccessReason.OWNER)
        Consent.objects.create(
            case_id=case, answer=given, shares=shares, renewed_at=now(), until=now() + HOLDS_FOR
        )
        fall_back(case)


def withdraw(case: UUID) -> None:
    """As if the question had never been answered."""
    with transaction.atomic():
        list(Case.objects.held(case))
        before = Consent.objects.filter(case=case).first()
        if before:
            erase(before, AccessReason.OWNER)
            fall_back(case)


def current_round(at: datetime) -> datetime:
    return _FIRST_ROUND + (at - _FIRST_ROUND) // ROUND * ROUND


def next_round(at: datetime) -> datetime:
    return current_round(at) + ROUND


def is_due(consent: Consent | None, at: datetime) -> bool:
    """Whether the mailbox asks to look at the answer again: by the calendar and the own answer alone."""
    return consent is not None and consent.renewed_at < current_round(at)
