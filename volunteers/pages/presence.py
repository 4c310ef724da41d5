"""Who opened their own page: a sealed cookie that ends with the browser, after an hour, or by Quick exit."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from confidential.errors import Unreadable
from confidential.pages import View, confidential_page
from confidential.sealing import seal, unseal
from volunteers.models import Volunteer

COOKIE = "own"
PURPOSE = "volunteer's own page"
LASTS = timedelta(hours=1)


def pass_of(volunteer: Volunteer) -> str:
    """Good for as long as the address is theirs: whoever came by the old one stays outside."""
    return seal(PURPOSE, {"volunteer": str(volunteer.pk), "address": volunteer.email_hash})


def enter(response: HttpResponse, volunteer: Volunteer) -> None:
    response.set_cookie(
        COOKIE,
        pass_of(volunteer),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def go_out(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Strict")


def who(request: HttpRequest) -> Volunteer | None:
    try:
        held = unseal(PURPOSE, request.COOKIES.get(COOKIE, ""), LASTS)
    except Unreadable:
        return None
    return Volunteer.objects.filter(pk=held["volunteer"], email_hash=held["address"]).first()


def own_page(view: Callable[..., HttpResponse]) -> View:
    """A view that is given the volunteer whose page it is; others are shown how to ask for a link."""

    @wraps(view)
    def opened(request: HttpRequest, **kwargs: str) -> HttpResponse:
        volunteer = who(request)
        if volunteer is None:
            return HttpResponseRedirect(reverse("volunteer_way_in"))
        response = view(request, volunteer, **kwargs)
        if COOKIE not in response.cookies:
            enter(response, volunteer)
        return response

    return confidential_page(opened)
