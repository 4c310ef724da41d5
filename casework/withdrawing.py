from uuid import UUID

from django.db import transaction

from casework.models import Case
from confidential.enums import AccessReason
from confidential.erasure import erase


def withdraw_case(key: UUID) -> None:
    """The person takes everything back; whatever hangs on the case goes with it, shared things too."""
    with transaction.atomic():
        case = Case.objects.held(key).first()
        if case:
            erase(case, AccessReason.OWNER)
