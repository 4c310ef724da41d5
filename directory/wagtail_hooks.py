"""What the directory adds to the admin; each is declared elsewhere."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.site_summary import SummaryItem
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from directory.checking import CHECKED
from directory.choosers import CityChooser, city_chooser
from directory.editing import RefusingDeleteBulkAction
from directory.summary import ListingsSummary
from directory.viewsets import DirectoryGroup

register_snippet(DirectoryGroup)
# After Wagtail's own action of that name, which it replaces for these models.
hooks.register("register_bulk_action", RefusingDeleteBulkAction, order=10)


@hooks.register("register_admin_viewset")
def register_city_chooser() -> CityChooser:
    return city_chooser


@hooks.register("construct_homepage_summary_items")
def add_summary(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.append(ListingsSummary(request))


@hooks.register("register_permissions")
def register_facts_permission() -> QuerySet[Permission]:
    return Permission.objects.filter(codename="change_service_facts")


@hooks.register("insert_global_admin_css")
def add_stylesheet() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("directory/editing.css"))


@hooks.register("register_log_actions")
def register_check(actions: LogActionRegistry) -> None:
    actions.register_action(CHECKED, _("Mark as checked"), _("Marked as checked"))
