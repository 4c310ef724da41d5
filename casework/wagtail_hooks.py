"""What casework adds to the admin; each is declared elsewhere."""

from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.urls.resolvers import URLResolver
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from casework.desk.access import is_caseworker
from confidential.desk import AppointingItem


class DeskItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_caseworker(request.user)


@hooks.register("register_admin_urls")
def register_desk() -> list[URLResolver]:
    return [path("cases/", include("casework.admin_urls"))]


@hooks.register("register_admin_menu_item")
def desk_item() -> MenuItem:
    return DeskItem(_("Cases"), reverse_lazy("case_desk"), name="cases", icon_name="mail", order=150)


@hooks.register("register_settings_menu_item")
def people_item() -> MenuItem:
    return AppointingItem(
        _("Caseworkers"), reverse_lazy("caseworkers"), name="caseworkers", icon_name="group", order=650
    )
