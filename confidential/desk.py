"""Desks in the admin where colleagues work with what is confidential.

To everybody else a desk is not there: neither a menu nor a count nor a refusal.
"""

from collections.abc import Callable
from functools import wraps

from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem

from confidential.pages import View, confidential_page


class DeskRequest(HttpRequest):
    """Of somebody who passed one of the guards below."""

    user: User


def only_for(may: Callable[[User | AnonymousUser], bool]) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if not may(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return require_admin_access(confidential_page(guarded))

    return guard


def may_appoint(user: User | AnonymousUser) -> bool:
    return user.is_superuser


for_administrators = only_for(may_appoint)


class UserNameField(forms.CharField):
    """Of somebody who can log in; its value is that user."""

    def __init__(self) -> None:
        super().__init__(label=_("User name"), max_length=150)

    def clean(self, value: str) -> User:
        user = User.objects.filter(username=super().clean(value), is_active=True).first()
        if user is None:
            raise ValidationError(_("There is no such user."))
        return user


class AppointingItem(MenuItem):
    """Leads to where administrators say who works at a desk."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_appoint(request.user)
