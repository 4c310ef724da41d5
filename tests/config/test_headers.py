"""Headers of a public page, of the admin and of files."""

import pytest
from django.test import Client
from django.urls import reverse

from directory.models import Service
from tests.directory.admin.forms import filled
from tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db


def policy(response) -> dict[str, str]:
    directives = (
        part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";")
    )
    return {name: value for name, _space, value in directives}


def test_a_public_page_allows_nothing_inline_and_no_other_origin(client: Client) -> None:
    directives = policy(client.get("/en/safety/"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == "'self'"
    assert directives["frame-ancestors"] == directives["base-uri"] == "'none'"
    assert "unsafe" not in str(directives)
    assert "http" not in str(directives)


def test_the_admin_may_run_its_own_inline_scripts_but_evaluate_none(client: Client) -> None:
    directives = policy(client.get("/admin/login/"))
    assert directives["script-src"] == "'self' 'unsafe-inline'"
    assert directives["frame-ancestors"] == "'self'"
    assert "http" not in str(directives)


@pytest.mark.parametrize("address", ["/en/safety/", "/en/not-there/", "/admin/login/"])
def test_every_answer_guards_the_reader(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] in {"DENY", "SAMEORIGIN"}
    assert "camera=()" in headers["Permissions-Policy"]


def test_reading_sets_no_cookie(client: Client) -> None:
    for address in ("/", "/en/safety/", "/fa/not-there/"):
        assert not client.get(address).cookies


def test_the_admin_may_show_a_preview_in_a_frame(admin_client: Client) -> None:
    listing = ServiceFactory()
    form, address = (
        reverse(Service.snippet_viewset.get_url_name(view), args=[listing.pk])
        for view in ("edit", "preview_on_edit")
    )
    admin_client.post(address, filled(admin_client.get(form)))
    preview = admin_client.get(address, {"mode": "ar"})
    assert preview.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(preview)["frame-ancestors"] == "'self'"
    assert policy(preview)["script-src"] == "'self'"
    assert "Content-Security-Policy-Report-Only" not in preview.headers
