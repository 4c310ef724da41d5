"""What searching adds to the admin."""

from django.urls import URLPattern
from wagtail import hooks

from search import given_up


@hooks.register("register_admin_urls")
def register_report() -> list[URLPattern]:
    return given_up.report_addresses


@hooks.register("register_reports_menu_item")
def register_report_link() -> given_up.ReportLink:
    return given_up.report_link()
