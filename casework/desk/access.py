"""Who may open the desk, and which cases."""

from uuid import UUID

from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404

from casework.models import Case
from confidential.access import opened
from confidential.desk import only_for
from confidential.enums import AccessReason


def is_caseworker(user: User | AnonymousUser) -> bool:
    return user.is_authenticated and user.casework.exists()


for_caseworkers = only_for(is_caseworker)


def case_open_to(user: User, key: UUID, why: AccessReason = AccessReason.WORK) -> Case:
    """For a page that shows it, within its transaction: the opening is recorded."""
    case = Case.objects.open_to(user).filter(pk=key).first()
    if case is None:
        raise Http404
    if Case.objects.at_the_desk_of(user).filter(pk=key).exists():
        opened(user, case, why)
    else:
        leave = (
            case.access_requests.live().filter(asked_by=user, approved_at__isnull=False).latest("approved_at")
        )
        opened(user, case, AccessReason.ANOTHER_COUNTRY, allowed_by=leave.approved_by)
    return case
