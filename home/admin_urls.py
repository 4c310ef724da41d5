"""Addresses of the admin that stand before Wagtail's own of the same path."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from home.account import AccountView
from home.errors import nothing_here

urlpatterns = [
    path("account/", require_admin_access(AccountView.as_view())),
    # Would name every row of every table to whoever may log in; no page of ours needs it.
    path("localize/api/<path:asked>", nothing_here),
]
