"""Four eyes on a case of another country."""

from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import now

from casework.models import AccessRequest, Case
from confidential.access import opened
from confidential.enums import AccessReason


def ask(case: Case, user: User, reason: str) -> None:
    """Asking twice is asking once."""
    with transaction.atomic():
        list(Case.objects.held(case.pk))
        if not AccessRequest.objects.live().filter(case=case, asked_by=user).exists():
            AccessRequest.objects.create(case=case, asked_by=user, reason=reason)


def allow(key: UUID, user: User) -> bool:
    """By a caseworker of the case's country who is not who asked; once."""
    with transaction.atomic():
        asked = (
            AccessRequest.objects.for_approval_by(user).select_for_update(of=("self",)).filter(pk=key).first()
        )
        if asked is None:
            return False
        asked.approved_by, asked.approved_at = user, now()
        asked.save(update_fields=["approved_by", "approved_at"])
        opened(user, asked, AccessReason.SECOND_OPINION)
        return True
