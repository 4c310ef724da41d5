"""Who may open the desk. To everybody else it is not there: neither a menu nor a count nor a refusal."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.auth import require_admin_access

from confidential.pages import confidential_page
from volunteers.models import Coordinator

View = Callable[..., HttpResponseBase]


def signed_in(request: HttpRequest) -> User:
    """Whoever passed one of the guards below is no anonymous user."""
    return cast("User", request.user)


def for_coordinators(view: View) -> View:
    return _only(lambda request: bool(Coordinator.objects.countries_of(request.user)), view)


def for_administrators(view: View) -> View:
    return _only(lambda request: request.user.is_superuser, view)


def _only(may: Callable[[HttpRequest], bool], view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not may(request):
            raise Http404
        return view(request, *args, **kwargs)

    return require_admin_access(confidential_page(guarded))
