"""The report's place in the admin."""

from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from confidential.access_report import report_addresses, report_link


@hooks.register("register_admin_urls")
def register_report_addresses() -> list[URLPattern]:
    return report_addresses


@hooks.register("register_reports_menu_item")
def register_report_link() -> MenuItem:
    return report_link()
