"""The report for administrators: who opened a confidential record, when and why. It is only read.

Which record it was they are not told: its number is in the address of a case, and begins like the reference
that caseworkers say aloud. A mark is enough to see one record opened by many, and many opened by one person.
"""

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.formats import localize
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from confidential.enums import AccessReason
from confidential.hashing import keyed_hash
from confidential.models import AccessRecord

ADDRESS = "access_records"
RESULTS_ADDRESS = "access_records_results"
PERMISSION = "confidential.view_accessrecord"


def mark_of(table: str, row: str) -> str:
    """The same for each opening of a record, and no way back to it."""
    return keyed_hash("mark of an opened record", f"{table} {row}")[:10]


def _users(_request: HttpRequest) -> QuerySet:
    known = AccessRecord.objects.order_by().values("user")
    return get_user_model().objects.filter(pk__in=known)


def _tables() -> list[tuple[str, str]]:
    return [
        (table, table)
        for table in AccessRecord.objects.order_by("table").values_list("table", flat=True).distinct()
    ]


class AccessFilters(WagtailFilterSet):
    created_at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("When"), widget=DateRangePickerWidget
    )
    user = django_filters.ModelChoiceFilter(label=gettext_lazy("Who"), queryset=_users)
    table = django_filters.ChoiceFilter(label=gettext_lazy("Kind of record"), choices=_tables)
    record = django_filters.CharFilter(label=gettext_lazy("Record"), method="of_record")
    why = django_filters.ChoiceFilter(label=gettext_lazy("Why"), choices=AccessReason)

    class Meta:
        model = AccessRecord
        fields: list[str] = []

    def of_record(self, records: QuerySet, _name: str, mark: str) -> QuerySet:
        known = AccessRecord.objects.order_by().values_list("table", "row").distinct()
        return records.filter(row__in=[row for table, row in known if mark_of(table, row) == mark])


class AccessReport(ReportView):
    page_title = gettext_lazy("Openings of confidential records")
    header_icon = "view"
    index_url_name = ADDRESS
    index_results_url_name = RESULTS_ADDRESS
    filterset_class = AccessFilters
    default_ordering = "-created_at"
    permission_policy = ModelPermissionPolicy(AccessRecord)
    permission_required = "view"
    columns = [
        Column(
            "created_at",
            label=gettext_lazy("When"),
            accessor=lambda record: localize(localtime(record.created_at)),
        ),
        Column("who", label=gettext_lazy("Who")),
        Column("table", label=gettext_lazy("Kind of record")),
        Column(
            "record",
            label=gettext_lazy("Record"),
            accessor=lambda record: mark_of(record.table, record.row),
        ),
        Column("get_why_display", label=gettext_lazy("Why")),
        Column("by_whose_leave", label=gettext_lazy("Allowed by")),
    ]
    list_export: list[str] = []

    def get_queryset(self) -> QuerySet:
        return self.order_queryset(AccessRecord.objects.with_names())


class ReportLink(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


report_addresses = [
    path("reports/access/", AccessReport.as_view(), name=ADDRESS),
    path("reports/access/results/", AccessReport.as_view(results_only=True), name=RESULTS_ADDRESS),
]


def report_link() -> ReportLink:
    return ReportLink(AccessReport.page_title, reverse(ADDRESS), icon_name="view", order=900)
