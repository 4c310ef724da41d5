"""The report for editors: listings that Elasticsearch does not take, and what it says about them."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from directory.models import Service
from search.models import Outbox

ADDRESS = "search_given_up"
RESULTS_ADDRESS = "search_given_up_results"


def _edit(row: Outbox) -> str:
    return reverse(Service.snippet_viewset.get_url_name("edit"), args=[row.pk])


class GivenUpReport(ReportView):
    page_title = _("Search index")
    header_icon = "search"
    index_url_name = ADDRESS
    index_results_url_name = RESULTS_ADDRESS
    default_ordering = "-gave_up_at"
    permission_policy = ModelPermissionPolicy(Service)
    permission_required = "publish"
    columns = [
        TitleColumn("service_id", label=_("Listing"), get_url=_edit, sort_key="service_id"),
        Column("error", label=_("What went wrong")),
        Column("attempts", label=_("Attempts")),
        Column(
            "gave_up_at",
            label=_("Given up"),
            accessor=lambda row: date_format(localtime(row.gave_up_at), "SHORT_DATETIME_FORMAT"),
            sort_key="gave_up_at",
        ),
    ]
    list_export = ["service_id", "error", "attempts", "gave_up_at"]

    def get_queryset(self) -> QuerySet[Outbox]:
        return self.order_queryset(Outbox.objects.given_up())


class ReportLink(MenuItem):
    """Only where there is something to read."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("directory.publish_service") and Outbox.objects.given_up().exists()


report_addresses = [
    path("reports/search-index/", GivenUpReport.as_view(), name=ADDRESS),
    path("reports/search-index/results/", GivenUpReport.as_view(results_only=True), name=RESULTS_ADDRESS),
]


def report_link() -> ReportLink:
    return ReportLink(GivenUpReport.page_title, reverse(ADDRESS), icon_name="search", order=810)
