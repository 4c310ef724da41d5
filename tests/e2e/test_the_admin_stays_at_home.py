"""No page of the admin asks anything of another origin, nor of what its own policy forbids."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.hands import log_in
from tests.running_site import RunningSite

PAGES = [
    "/admin/",
    "/admin/listings/",
    "/admin/listings/add/",
    "/admin/organizations/",
    "/admin/locations/add/",
    "/admin/needs/",
    "/admin/countries/",
    "/admin/pages/",
    "/admin/images/",
    "/admin/users/",
    "/admin/account/",
    "/admin/reports/site-history/",
]


@pytest.fixture
def admin(open_page: Callable[..., Page], site: RunningSite) -> Page:
    page = open_page("/admin/login/", viewport={"width": 1280, "height": 900})
    log_in(page, site.admin_name, site.admin_password)
    return page


def test_every_page_loads_from_here_alone(admin: Page, site: RunningSite) -> None:
    elsewhere: list[str] = []
    complaints: list[str] = []
    admin.on("request", lambda request: elsewhere.append(request.url))
    admin.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    admin.on("pageerror", lambda error: complaints.append(str(error)))
    for address in PAGES:
        assert admin.goto(address).ok, address
        admin.wait_for_load_state("networkidle")
    foreign = [url for url in elsewhere if not url.startswith((site.url, "data:", "blob:"))]
    assert (foreign, complaints) == ([], [])
