"""How editors meet the directory: lists, forms and choosers, declared."""

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from directory import panels
from directory.choosers import DirectoryChooser, LocationChooser, OrganizationChooser
from directory.columns import CheckStatusColumn, ListingsColumn, PublicationColumn
from directory.editing import (
    CountryIndexView,
    DirectoryIndexView,
    ListingCompareView,
    ListingCreateView,
    ListingEditView,
    ListingHistoryView,
    ListingIndexView,
    MarkCheckedView,
    RefusingDeleteView,
    UsedHistoryView,
    UsersView,
)
from directory.filters import (
    CountryFilters,
    ListingFilters,
    LocationFilters,
    NeedFilters,
    OrganizationFilters,
)
from directory.keepers import places_known_to
from directory.models import Country, Location, Need, Organization, Phrase, Service
from directory.prefilling import PhraseCreateView


class DirectoryViewSet(SnippetViewSet):
    # Search by icontains, and usage by the relations themselves: imports in bulk pass Wagtail's indexes by.
    index_view_class = DirectoryIndexView
    search_backend_name = None
    add_to_reference_index = False
    chooser_viewset_class = DirectoryChooser


class UsedViewSet(DirectoryViewSet):
    """For rows that listings use."""

    delete_view_class = RefusingDeleteView
    delete_template_name = "directory/admin/confirm_delete.html"
    usage_view_class = UsersView
    history_view_class = UsedHistoryView
    copy_view_enabled = False


class ListingViewSet(DirectoryViewSet):
    model = Service
    icon = "list-ul"
    menu_label = _("Listings")
    url_prefix = "listings"
    edit_handler = panels.LISTING
    index_view_class = ListingIndexView
    add_view_class = ListingCreateView
    edit_view_class = ListingEditView
    history_view_class = ListingHistoryView
    revisions_compare_view_class = ListingCompareView
    list_display = [
        "name",
        Column("organization", label=_("Organization"), sort_key="organization__name"),
        Column("country", label=_("Country"), sort_key="country"),
        CheckStatusColumn(),
        PublicationColumn(),
        DateColumn("verified_on", label=_("Last checked"), sort_key="verified_on"),
        UpdatedAtColumn(),
    ]
    filterset_class = ListingFilters
    search_fields = ["name", "alternate_name", "summary", "organization__name", "external_id"]
    ordering = ["check_due_on", "name"]
    list_per_page = 50
    list_export = [
        "id",
        "external_id",
        "name",
        "organization.name",
        "country_id",
        "source_language",
        "summary",
        "cost",
        "documents_required",
        "live",
        "is_paused",
        "verified_on",
        "verified_by",
        "check_due_on",
        "hide_on",
    ]
    export_headings = {"organization.name": _("Organization"), "country_id": _("Country")}
    export_filename = "listings"

    def get_queryset(self, _request: HttpRequest) -> QuerySet:
        return (
            Service.objects.select_related("organization", "country", "latest_revision")
            .defer("latest_revision__content")
            .with_publication()
        )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("checked/<int:pk>/", self.mark_checked_view, name="mark_checked"),
        ]

    @property
    def mark_checked_view(self) -> MarkCheckedView:
        return self.construct_view(MarkCheckedView, success_url_name=self.get_url_name("edit"))


class OrganizationViewSet(UsedViewSet):
    model = Organization
    icon = "group"
    url_prefix = "organizations"
    edit_handler = panels.ORGANIZATION
    chooser_viewset_class = OrganizationChooser
    list_display = [
        "name",
        "website",
        BooleanColumn("is_placeholder", label=_("Placeholder"), sort_key="is_placeholder"),
        ListingsColumn("organization", "name"),
        UpdatedAtColumn(),
    ]
    filterset_class = OrganizationFilters
    search_fields = ["name", "alternate_name", "website"]
    ordering = ["name"]
    list_per_page = 50
    list_export = ["id", "external_id", "name", "alternate_name", "website", "email", "is_placeholder"]
    export_filename = "organizations"

    def get_queryset(self, _request: HttpRequest) -> QuerySet:
        return Organization.objects.annotate(listing_count=Count("services"))


class LocationViewSet(UsedViewSet):
    model = Location
    icon = "site"
    url_prefix = "locations"
    edit_handler = panels.LOCATION
    chooser_viewset_class = LocationChooser
    list_display = [
        "__str__",
        Column("organization", label=_("Organization"), sort_key="organization__name"),
        Column("city", label=_("City"), sort_key="city__name"),
        Column("country", label=_("Country"), sort_key="country"),
        Column("get_visibility_display", label=_("What is shown"), sort_key="visibility"),
        ListingsColumn("location", "pk"),
    ]
    filterset_class = LocationFilters
    search_fields = ["name", "address_1", "place_name", "city__name", "organization__name", "postal_code"]
    ordering = ["organization__name", "name"]
    list_per_page = 50
    list_export = [
        "id",
        "external_id",
        "organization.name",
        "name",
        "address_1",
        "postal_code",
        "city",
        "country_id",
    ]
    export_headings = {"organization.name": _("Organization"), "country_id": _("Country")}
    export_filename = "locations"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return (
            places_known_to(request.user)
            .select_related("organization", "city", "country")
            .annotate(listing_count=Count("services"))
        )


class NeedViewSet(UsedViewSet):
    model = Need
    icon = "tag"
    url_prefix = "needs"
    edit_handler = panels.NEED
    list_display = [
        "__str__",
        Column("parent", label=_("Part of"), sort_key="parent__order"),
        Column("get_icon_display", label=_("Icon"), sort_key="icon"),
        ListingsColumn("needs", "pk"),
    ]
    filterset_class = NeedFilters
    search_fields = ["slug", "translations__name"]
    ordering = ["order", "slug"]
    list_per_page = 100

    def get_queryset(self, _request: HttpRequest) -> QuerySet:
        return (
            Need.objects.with_names()
            .prefetch_related("parent__translations")
            .annotate(listing_count=Count("services", distinct=True))
        )


class PhraseViewSet(DirectoryViewSet):
    model = Phrase
    icon = "openquote"
    menu_label = _("Words in searches")
    url_prefix = "words"
    edit_handler = panels.PHRASE
    add_view_class = PhraseCreateView
    list_display = [
        "__str__",
        Column("get_language_display", label=_("Language"), sort_key="language"),
        Column("get_means_display", label=_("Means"), sort_key="means"),
        Column("same_as", label=_("Same as"), sort_key="same_as"),
    ]
    list_filter = ["language", "means"]
    search_fields = ["words", "same_as"]
    ordering = ["means", "same_as", "language"]
    list_per_page = 100


class CountryViewSet(UsedViewSet):
    model = Country
    icon = "globe"
    url_prefix = "countries"
    edit_handler = panels.COUNTRY
    list_display = [
        "__str__",
        "check_every_days",
        "hide_after_days",
        BooleanColumn("is_published", label=_("Published"), sort_key="is_published"),
        ListingsColumn("country", "pk"),
    ]
    index_view_class = CountryIndexView
    filterset_class = CountryFilters
    search_fields = ["code"]
    ordering = ["code"]
    list_per_page = 100

    def get_queryset(self, _request: HttpRequest) -> QuerySet:
        return Country.objects.annotate(listing_count=Count("services"))


class DirectoryGroup(SnippetViewSetGroup):
    menu_label = _("Directory")
    menu_icon = "folder-open-inverse"
    menu_order = 150
    items = (ListingViewSet, OrganizationViewSet, LocationViewSet, NeedViewSet, PhraseViewSet, CountryViewSet)
