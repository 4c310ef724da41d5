"""One press after the call: what the public sees was found right today."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from directory.models import Service
from tests.directory.admin.conftest import LogIn
from tests.directory.admin.forms import filled
from tests.directory.admin.test_pages_open import address
from tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def overdue() -> Service:
    return ServiceFactory(name="Old", overdue=True, verified_by="")


def mark(client: Client, listing: Service) -> None:
    client.post(address(Service, "mark_checked", listing.pk))


def live(listing: Service) -> Service:
    return Service.objects.get(pk=listing.pk)


def test_the_site_shows_it_at_once(editor: Client, overdue: Service, settings) -> None:
    mark(editor, overdue)
    assert live(overdue).verified_on == localdate()
    assert live(overdue).check_due_on == localdate() + timedelta(days=180)
    assert live(overdue).verified_by == settings.WAGTAIL_SITE_NAME
    assert live(overdue).live


def test_the_team_that_looks_after_it_stays(editor: Client, listing: Service) -> None:
    mark(editor, listing)
    assert live(listing).verified_by == "Team Hamburg"


def test_a_draft_is_not_published_by_it_and_learns_the_date(editor: Client, overdue: Service) -> None:
    url = address(Service, "edit", overdue.pk)
    editor.post(url, filled(editor.get(url), name="New name"))
    mark(editor, overdue)
    assert (live(overdue).name, live(overdue).verified_on) == ("Old", localdate())
    editor.post(url, filled(editor.get(url)) | {"action-publish": "yes"})
    assert (live(overdue).name, live(overdue).verified_on) == ("New name", localdate())


def test_a_listing_that_is_no_draft_becomes_none(editor: Client, overdue: Service) -> None:
    mark(editor, overdue)
    assert not live(overdue).has_unpublished_changes
    assert live(overdue).live_revision == live(overdue).latest_revision


def test_the_history_says_who(editor: Client, overdue: Service) -> None:
    mark(editor, overdue)
    assert "Marked as checked" in editor.get(address(Service, "history", overdue.pk)).content.decode()


def test_the_button_is_where_editors_look(editor: Client, overdue: Service) -> None:
    for page in (address(Service, "list"), address(Service, "edit", overdue.pk)):
        assert address(Service, "mark_checked", overdue.pk) in editor.get(page).content.decode()


@pytest.mark.parametrize("role", ["Contributors", "Translators"])
def test_who_may_not_publish_may_not_vouch(log_in: LogIn, overdue: Service, role: str) -> None:
    client = log_in(role)
    mark(client, overdue)
    assert live(overdue).verified_on == overdue.verified_on
    edit = client.get(address(Service, "edit", overdue.pk)).content.decode()
    assert address(Service, "mark_checked", overdue.pk) not in edit


def test_a_link_cannot_do_it(editor: Client, overdue: Service) -> None:
    assert editor.get(address(Service, "mark_checked", overdue.pk)).status_code == 405


def test_a_listing_locked_by_another_is_left_alone(editor: Client, log_in: LogIn, overdue: Service) -> None:
    log_in("Administrators").post(address(Service, "lock", overdue.pk))
    mark(editor, overdue)
    assert live(overdue).verified_on == overdue.verified_on
