"""What editors narrow their lists by: the questions of their daily work."""

import django_filters
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import BooleanRadioSelect

from directory import choices
from directory.enums import CheckStatus, LocationVisibility, ServiceState
from directory.managers import ServiceQuerySet
from directory.models import Country, Location, Need, Organization, Service
from directory.spellings import holding


class ListingFilters(WagtailFilterSet):
    check = django_filters.ChoiceFilter(
        label=_("Check"), choices=CheckStatus, method="with_check_status", widget=forms.RadioSelect
    )
    state = django_filters.ChoiceFilter(
        label=_("Status"), choices=ServiceState, method="in_state", widget=forms.RadioSelect
    )
    country = django_filters.ChoiceFilter(label=_("Country"), choices=choices.countries, method="serving")
    needs = django_filters.ChoiceFilter(label=_("Need"), choices=choices.needs_by_group, method="for_need")
    organization = django_filters.CharFilter(label=_("Organization"), method="of_organization")
    not_in = django_filters.ChoiceFilter(
        label=_("Not translated into"),
        choices=settings.LANGUAGES,
        method="untranslated",
        widget=forms.RadioSelect,
    )
    no_phone = django_filters.BooleanFilter(
        label=_("Without a public number"), method="without_phone", widget=BooleanRadioSelect
    )
    location = django_filters.NumberFilter(label=_("Location"), field_name="locations")

    class Meta:
        model = Service
        fields: list[str] = []

    def with_check_status(self, listings: ServiceQuerySet, _name: str, status: str) -> ServiceQuerySet:
        return listings.with_check_status(CheckStatus(status))

    def in_state(self, listings: ServiceQuerySet, _name: str, state: str) -> ServiceQuerySet:
        return listings.in_state(ServiceState(state))

    def serving(self, listings: ServiceQuerySet, _name: str, code: str) -> ServiceQuerySet:
        return listings.serving(code)

    def of_organization(self, listings: ServiceQuerySet, _name: str, words: str) -> ServiceQuerySet:
        return listings.filter(holding(["organization__name"], words))

    def for_need(self, listings: ServiceQuerySet, _name: str, need: str) -> ServiceQuerySet:
        return listings.for_need(int(need))

    def untranslated(self, listings: ServiceQuerySet, _name: str, language: str) -> ServiceQuerySet:
        return listings.not_in_language(language)

    def without_phone(self, listings: ServiceQuerySet, _name: str, wanted: bool) -> ServiceQuerySet:  # noqa: FBT001 - django-filter's signature
        silent = listings.without_public_number()
        return silent if wanted else listings.exclude(pk__in=silent.values("pk"))


class OrganizationFilters(WagtailFilterSet):
    is_placeholder = django_filters.BooleanFilter(label=_("Placeholder"), widget=BooleanRadioSelect)

    class Meta:
        model = Organization
        fields: list[str] = []


class NeedFilters(WagtailFilterSet):
    parent = django_filters.ChoiceFilter(label=_("Part of"), choices=choices.broad_needs)

    class Meta:
        model = Need
        fields: list[str] = []


class CountryFilters(WagtailFilterSet):
    is_published = django_filters.BooleanFilter(label=_("Published"), widget=BooleanRadioSelect)

    class Meta:
        model = Country
        fields: list[str] = []


class LocationFilters(WagtailFilterSet):
    country = django_filters.ChoiceFilter(label=_("Country"), choices=choices.countries)
    visibility = django_filters.ChoiceFilter(
        label=_("What is shown"), choices=LocationVisibility, widget=forms.RadioSelect
    )
    no_point = django_filters.BooleanFilter(
        label=_("Not on the map"), field_name="latitude", lookup_expr="isnull", widget=BooleanRadioSelect
    )

    class Meta:
        model = Location
        fields: list[str] = []
