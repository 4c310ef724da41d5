"""Who may open the desk. To everybody else it is not there: neither a menu nor a count nor a refusal."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.auth import require_admin_access

from casework.models import Case
from confidential.access import opened
from confidential.enums import AccessReason
from confidential.pages import confidential_page

View = Callable[..., HttpResponseBase]


class DeskRequest(HttpRequest):
    """Of somebody who has logged in."""

    user: User


def is_caseworker(user: User | AnonymousUser) -> bool:
    return user.is_authenticated and user.casework.exists()


def for_caseworkers(view: View) -> View:
    return _only(is_caseworker, view)


def for_administrators(view: View) -> View:
    return _only(lambda user: user.is_superuser, view)


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


def _only(may: Callable[[User | AnonymousUser], bool], view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not may(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return require_admin_access(confidential_page(guarded))
