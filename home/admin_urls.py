"""Addresses of the admin that stand before Wagtail's own of the same path."""

from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports.audit_logging import LogEntriesView

from directory.keepers import for_keepers
from home.account import AccountView
from home.errors import nothing_here

SITE_HISTORY = "reports/site-history/"

urlpatterns = [
    path("account/", require_admin_access(AccountView.as_view())),
    # Names every row that was ever changed, secret places too.
    path(SITE_HISTORY, for_keepers(LogEntriesView.as_view())),
    path(f"{SITE_HISTORY}results/", for_keepers(LogEntriesView.as_view(results_only=True))),
    # Would name every row of every table to whoever may log in; no page of ours needs it.
    path("localize/api/<path:asked>", nothing_here),
    # Fail on purpose, to try error pages.
    path("failwhale/", nothing_here),
    path("test404/", nothing_here),
]
