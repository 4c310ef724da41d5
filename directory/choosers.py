"""Windows in which editors choose among very many: organizations and cities."""

from collections.abc import Callable
from functools import wraps

from django import forms
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import BaseChooseView, ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import ChooseResultsView as SnippetResultsView
from wagtail.snippets.views.chooser import ChooseView as SnippetChooseView
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from directory import names
from directory.keepers import looks_after_listings
from directory.models import City
from directory.spellings import holding


class SearchForm(BaseFilterForm):
    """Finds rows that hold every typed word, each in any of `search_fields`."""

    search_fields: tuple[str, ...] = ()

    q = forms.CharField(label=_("Search"), required=False)

    def filter(self, objects: QuerySet) -> QuerySet:
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        for word in self.search_query.split():
            objects = objects.filter(holding(self.search_fields, word))
        return super().filter(objects)


class OrganizationSearchForm(SearchForm):
    search_fields = ("name", "alternate_name")


class OrganizationChooseView(SnippetChooseView):
    filter_form_class = OrganizationSearchForm


class OrganizationResultsView(SnippetResultsView):
    filter_form_class = OrganizationSearchForm


class DirectoryChooser(SnippetChooserViewSet):
    """For who may see the rows at all; Wagtail lets everybody in who may log in."""

    def may_choose(self, user: User | AnonymousUser) -> bool:
        policy = policy_registry.get_by_type(self.model)
        return policy.user_has_any_permission(user, ["add", "change", "delete", "view"])

    def construct_view(self, view_class: type[View], **kwargs: object) -> Callable[..., HttpResponse]:
        view = super().construct_view(view_class, **kwargs)

        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not self.may_choose(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded


class LocationChooser(DirectoryChooser):
    def may_choose(self, user: User | AnonymousUser) -> bool:
        return looks_after_listings(user)


class OrganizationChooser(DirectoryChooser):
    choose_view_class = OrganizationChooseView
    choose_results_view_class = OrganizationResultsView


class CitySearchForm(SearchForm):
    search_fields = ("name", "name_fa", "name_ar", "other_names", "slug")


def country_of(city: City) -> str:
    return names.country_name(city.country_code)


class CityColumns(BaseChooseView):
    filter_form_class = CitySearchForm

    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,
            Column("name", label=_("Name")),
            Column("country", label=_("Country"), accessor=country_of),
        ]


class CityChooseView(CityColumns, ChooseView):
    pass


class CityResultsView(CityColumns, ChooseResultsView):
    pass


class CityChooser(ChooserViewSet):
    """Within the country that the form names, if it names one."""

    model = City
    icon = "site"
    choose_one_text = _("Choose a city")
    choose_another_text = _("Choose another city")
    per_page = 20
    choose_view_class = CityChooseView
    choose_results_view_class = CityResultsView
    url_filter_parameters = ["country_code"]
    preserve_url_parameters = ["multiple", "country_code"]


city_chooser = CityChooser("cities")
CityInput = city_chooser.widget_class
