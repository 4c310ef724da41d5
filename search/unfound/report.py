"""The report for editors: what is looked for again and again, and where to create what is missing."""

from collections.abc import Mapping
from urllib.parse import urlencode

import django_filters
from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from directory import choices
from directory.models import Need, Phrase, Service
from directory.names import country_name
from search.query import Kind
from search.understanding import current, read
from search.understanding.lexicon import Lexicon
from search.unfound.models import UnfoundSearch

ADDRESS = "unfound_searches"
RESULTS_ADDRESS = "unfound_searches_results"


class UnfoundFilters(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)
    country = django_filters.ChoiceFilter(label=_("Country"), choices=choices.countries)

    class Meta:
        model = UnfoundSearch
        fields: list[str] = []


def _new_words(search: UnfoundSearch) -> str:
    return _new(Phrase, {"language": search.language, "words": search.text})


def _new_listing(search: UnfoundSearch, lexicon: Lexicon) -> str:
    """With the needs that the words name, and where it is missing."""
    understood = read(search.text, lexicon).understood
    needs = [each.value for each in understood if each.kind is Kind.NEEDS]
    known: dict[str, object] = {"source_language": search.language, "country": search.country, "need": needs}
    return _new(Service, known)


def _new(model: type[Model], known: Mapping[str, object]) -> str:
    """The form for a new row, filled in with what is known."""
    address = reverse(model.snippet_viewset.get_url_name("add"))  # type: ignore[attr-defined]
    return f"{address}?{urlencode({name: value for name, value in known.items() if value}, doseq=True)}"


TOLD = [
    Column("text", label=_("Text"), sort_key="text"),
    Column("get_language_display", label=_("Language"), sort_key="language"),
    Column(
        "country",
        label=_("Country"),
        accessor=lambda search: country_name(search.country) if search.country else "",
        sort_key="country",
    ),
    Column("times", label=_("Times"), sort_key="times"),
    Column(
        "last_day",
        label=_("Last time"),
        accessor=lambda search: date_format(search.last_day),
        sort_key="last_day",
    ),
]


class UnfoundReport(ReportView):
    page_title = _("Looked for, not found")
    header_icon = "search"
    index_url_name = ADDRESS
    index_results_url_name = RESULTS_ADDRESS
    filterset_class = UnfoundFilters
    default_ordering = "-times"
    # Whoever may add the missing word to a need.
    permission_policy = ModelPermissionPolicy(Need)
    permission_required = "change"
    list_export = ["text", "language", "country", "times", "last_day"]
    export_headings = {
        "text": _("Text"),
        "language": _("Language"),
        "country": _("Country"),
        "times": _("Times"),
        "last_day": _("Last time"),
    }

    @cached_property
    def columns(self) -> list[Column]:
        """What is told of each, and where what is missing is created."""
        lexicon = current().lexicon
        return [
            *TOLD,
            TitleColumn(
                "word",
                label=_("A word is missing"),
                accessor=lambda _search: _("Add the words"),
                get_url=_new_words,
            ),
            TitleColumn(
                "listing",
                label=_("A listing is missing"),
                accessor=lambda _search: _("New listing"),
                get_url=lambda search: _new_listing(search, lexicon),
            ),
        ]

    def get_filename(self) -> str:
        return f"unfound-{localdate().isoformat()}"

    def get_queryset(self) -> QuerySet:
        return self.order_queryset(UnfoundSearch.objects.readable(localdate()))


class ReportLink(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("directory.change_need")


report_addresses = [
    path("reports/unfound/", UnfoundReport.as_view(), name=ADDRESS),
    path("reports/unfound/results/", UnfoundReport.as_view(results_only=True), name=RESULTS_ADDRESS),
]


def report_link() -> ReportLink:
    return ReportLink(UnfoundReport.page_title, reverse(ADDRESS), icon_name="search", order=800)
