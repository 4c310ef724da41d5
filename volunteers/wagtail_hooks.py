"""The desk's place in the admin."""

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from confidential.desk import AppointingItem
from volunteers.desk.access import is_coordinator
from volunteers.models import Coordinator


class DeskLink(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_coordinator(request.user)


@hooks.register("register_admin_urls")
def register_desk() -> list[URLPattern | URLResolver]:
    return [path("volunteers/", include("volunteers.desk.urls"))]


@hooks.register("register_admin_menu_item")
def register_desk_link() -> MenuItem:
    return DeskLink(_("Volunteers"), reverse("volunteers_desk"), icon_name="group", order=250)


@hooks.register("register_settings_menu_item")
def register_appointing_link() -> MenuItem:
    return AppointingItem(
        _("Coordinators of volunteers"), reverse("volunteers_coordinators"), icon_name="group", order=650
    )


@hooks.register("where_to_describe_tasks")
def address_of_new_tasks(user: User, country: str) -> str | None:
    """Asked by the page of a case; nobody else is shown that there are volunteers."""
    looks_after = country in Coordinator.objects.countries_of(user)
    return reverse("volunteers_new_task") if looks_after else None
