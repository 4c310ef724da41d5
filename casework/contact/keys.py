"""Who may open which mailbox: first whoever knows the code, then whoever sends back what we sealed.

No cookie is set and no address of a page says anything: each page of a mailbox is asked for with a form that
holds the sealed key. So nothing that another site makes a browser send can open or change one.
"""

import secrets
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.csrf import csrf_exempt

from casework.models import Case
from confidential.errors import Unreadable
from confidential.pages import confidential_page
from confidential.sealing import seal, unseal

_PURPOSE = "casework.mailbox"
LASTS = timedelta(hours=1)
_FROM_HERE = {"", "same-origin", "none"}

View = Callable[..., HttpResponse]


def without_cookie(view: View) -> View:
    """A form that carries its own proof; only that it comes from our page is asked of the browser."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site", "") not in _FROM_HERE:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return csrf_exempt(confidential_page(guarded))


def key_to(case: Case) -> str:
    return seal(_PURPOSE, {"case": str(case.pk)})


def case_of(request: HttpRequest) -> Case | None:
    """None without a key, with an old one, and when the case is gone."""
    try:
        opened = unseal(_PURPOSE, request.POST.get("key", ""), LASTS)
    except Unreadable:
        return None
    return Case.objects.filter(pk=opened["case"]).first()


def note_reading(case: Case) -> None:
    """The day, which is all that retention asks for."""
    today = localdate()
    if case.read_on < today:
        Case.objects.filter(pk=case.pk, read_on__lt=today).update(read_on=today)


def once() -> str:
    """What a form carries so that a second click does nothing."""
    return secrets.token_urlsafe(12)
