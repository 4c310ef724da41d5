"""What editors do with rows beyond filling forms: mark a listing as checked, delete what nothing uses."""

from itertools import chain

from django.conf import settings
from django.contrib.admin.utils import model_ngettext, quote
from django.core.exceptions import PermissionDenied
from django.db.models import Model, ProtectedError, Q, QuerySet
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property, classproperty
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, Table, TitleColumn
from wagtail.admin.views.generic.base import BaseOperationView
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import BaseButton, Button, HeaderButton
from wagtail.snippets.bulk_actions import DeleteBulkAction
from wagtail.snippets.views.snippets import (
    DeleteView,
    EditView,
    HistoryView,
    IndexView,
    RevisionsCompareView,
    UsageView,
)

from directory.checking import mark_checked
from directory.forms import FACTS_PERMISSION
from directory.keepers import looks_after_listings
from directory.models import Country, Service, ServiceTranslation
from directory.prefilling import PrefilledListingCreateView
from directory.protection import USERS, is_used, is_used_unseen, users
from directory.second_eyes import may_publish
from directory.spellings import holding

# A longer list helps nobody; the number says the rest.
SHOWN_USERS = 20


class MarkCheckedView(PermissionCheckedMixin, BaseOperationView):
    """For who may publish, since the date is public at once."""

    model = Service
    permission_required = "publish"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        lock = self.object.get_lock()
        if lock and lock.for_user(request.user):
            messages.error(request, lock.get_message(request.user))
            return redirect(self.get_success_url())
        return super().post(request, *args, **kwargs)

    def perform_operation(self) -> None:
        mark_checked(self.object, self.request.user)

    def get_success_message(self) -> str:
        return _("“%(listing)s” is marked as checked today.") % {"listing": self.object}


def mark_checked_button(kind: type[BaseButton], listing: Service, next_url: str) -> BaseButton:
    address = reverse(Service.snippet_viewset.get_url_name("mark_checked"), args=[quote(listing.pk)])
    return kind(
        _("Mark as checked today"),
        icon_name="check",
        priority=5,
        attrs={
            "data-controller": "w-action",
            "data-action": "w-action#post",
            "data-w-action-url-value": f"{address}?next={next_url}",
        },
    )


def as_text(value: str) -> str:
    """What begins like a formula must not run when somebody opens the file in a spreadsheet."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


class DirectoryIndexView(IndexView):
    custom_value_preprocess = {**IndexView.custom_value_preprocess, str: {IndexView.FORMAT_CSV: as_text}}

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        return queryset.filter(holding(self.search_fields, self.search_query))


class ListingIndexView(DirectoryIndexView):
    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """A listing is found by its name in any language."""
        if not self.is_searching:
            return queryset
        found = super().search_queryset(queryset).values("pk")
        translated = ServiceTranslation.objects.filter(holding(["name"], self.search_query)).values("service")
        return queryset.filter(Q(pk__in=found) | Q(pk__in=translated))

    def get_list_more_buttons(self, instance: Service) -> list:
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission("publish"):
            buttons.append(mark_checked_button(Button, instance, self.request.path))
        return buttons


class CountryIndexView(DirectoryIndexView):
    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """By code or name in any of the site's languages; names are not in the database."""
        if not self.is_searching:
            return queryset
        word = self.search_query.casefold()
        return queryset.filter(
            code__in=[country.code for country in Country.objects.all() if word in _all_names(country)]
        )


def _all_names(country: Country) -> str:
    spoken = (country.name_in(language) for language, _name in settings.LANGUAGES)
    return "\n".join([country.code, *spoken]).casefold()


class AnotherPublishesMixin(CreateEditViewOptionalFeaturesMixin):
    """Whoever may not publish what they wrote has it sent to somebody who may: nothing typed is lost."""

    action: str

    def run_action_method(self) -> HttpResponse | None:
        publishes = self.action == "publish" or (
            self.action == "workflow-action" and self.workflow_action == "approve"
        )
        if not publishes or may_publish(self.object, self.request.user):
            return super().run_action_method()
        message = _("Saved, and not published: in this country somebody else publishes what you wrote.")
        messages.warning(self.request, message)
        self.action = "submit"
        if not self.workflow_enabled or self.object.workflow_in_progress:
            return None
        return self.submit_action()


class ListingCreateView(AnotherPublishesMixin, PrefilledListingCreateView):
    pass


class ListingEditView(AnotherPublishesMixin, EditView):
    def user_has_permission(self, permission: str) -> bool:
        """Going back to an old version brings back its facts: not for who may only translate."""
        if self.view_name == "revisions_revert" and not self.request.user.has_perm(FACTS_PERMISSION):
            return False
        return super().user_has_permission(permission)

    @cached_property
    def header_buttons(self) -> list[BaseButton]:
        if not self.user_has_permission("publish"):
            return []
        return [mark_checked_button(HeaderButton, self.object, self.request.path)]


class UsedHistoryView(HistoryView):
    """Names the row, so it is for who may open the row."""

    any_permission_required = ("change",)


class ListingCompareView(RevisionsCompareView):
    """For who looks after listings: a comparison names private numbers and internal notes too."""

    permission_required = "publish"


class ListingHistoryView(HistoryView):
    def setup(self, request: HttpRequest, *args: object, **kwargs: object) -> None:
        super().setup(request, *args, **kwargs)
        if not looks_after_listings(request.user):
            self.revisions_compare_url_name = None


class RefusingDeleteView(DeleteView):
    """Shows what uses the row instead of asking whether to delete it."""

    template_name = "directory/admin/confirm_delete.html"

    def get_usage_url(self) -> None:
        """Wagtail would only say no, and not because of what."""

    def get_usage(self) -> None:
        """See above: the relations themselves are asked."""

    def form_valid(self, form: Form) -> HttpResponse:
        if is_used(self.object):
            return self.render_to_response(self.get_context_data(), status=409)
        try:
            return super().form_valid(form)
        except ProtectedError:
            # Somebody began to use it a moment ago.
            return self.render_to_response(self.get_context_data(), status=409)

    def delete_action(self) -> None:
        """A country is named by its key, and what follows names what is gone."""
        key = self.object.pk
        super().delete_action()
        self.object.pk = key

    def get_context_data(self, **kwargs: object) -> dict:
        return super().get_context_data(refusal=refusal(self.object, self.request), **kwargs)


class UsersView(UsageView):
    """By the relations themselves, which know of rows that came in bulk."""

    def get_queryset(self) -> list[Model]:
        return list(chain.from_iterable(users(self.object)))

    @cached_property
    def columns(self) -> list[Column]:
        finder = AdminURLFinder(self.request.user)
        return [
            TitleColumn("name", label=_("Name"), accessor=str, get_url=finder.get_edit_url),
            Column("kind", label=_("Type"), accessor=lambda row: capfirst(model_ngettext(row, 1))),
        ]

    def get_table(self, object_list: list[Model], **kwargs: object) -> Table:
        return Table(self.columns, object_list, **kwargs)


class RefusingDeleteBulkAction(DeleteBulkAction):
    """All or nothing: one row in use, and none is deleted."""

    template_name = "directory/admin/confirm_bulk_delete.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Before anything is said of the rows: Wagtail would name those that one may not delete."""
        if not self.permission_policy.user_has_permission(request.user, "delete"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @classproperty
    def models(cls) -> list[type[Model]]:  # noqa: N805 - a property of the class
        return list(USERS)

    def prepare_action(self, objects: list[Model], objects_without_access: dict) -> HttpResponse | None:
        if any(map(is_used, objects)):
            return self.render_to_response(self.get_context_data(), status=409)
        return super().prepare_action(objects, objects_without_access)

    def get_context_data(self, **kwargs: object) -> dict:
        context = super().get_context_data(**kwargs)
        in_use = [refusal(row["item"], self.request) for row in context["items"]]
        return {**context, "refusals": [found for found in in_use if found["kinds"] or found["unseen"]]}


def refusal(instance: Model, request: HttpRequest) -> dict:
    """What a page needs to name the users of a row: by kind their number and the first of them."""
    finder = AdminURLFinder(request.user)
    return {
        "instance": instance,
        "kinds": [
            {
                "name": model_ngettext(rows, count),
                "count": count,
                "rows": [(row, finder.get_edit_url(row)) for row in rows[:SHOWN_USERS]],
            }
            for rows in users(instance)
            if (count := rows.count())
        ],
        "unseen": is_used_unseen(instance),
    }
