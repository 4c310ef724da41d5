"""Where a country asks for it, nobody publishes alone what they wrote."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from directory.models import Country, Service
from tests.directory.admin.conftest import LogIn
from tests.directory.admin.forms import filled
from tests.directory.admin.test_drafts import change_opening, live
from tests.directory.admin.test_pages_open import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(listing: Service) -> Country:
    listing.country.second_pair_of_eyes = True
    listing.country.save()
    return listing.country


def hour(listing: Service) -> int:
    return live(listing).schedules.get().opens_at.hour


def approve(client: Client, listing: Service) -> None:
    state = live(listing).current_workflow_task_state
    client.post(address(Service, "workflow_action", listing.pk, "approve", state.pk))


def edit(client: Client, listing: Service, **changes: object) -> None:
    url = address(Service, "edit", listing.pk)
    client.post(url, filled(client.get(url)) | changes)


def test_an_editor_who_publishes_an_own_change_sends_it_to_somebody_else(
    editor: Client, strict: Country, listing: Service
) -> None:
    change_opening(editor, listing, **{"action-publish": "yes"})
    assert hour(listing) == 9
    assert live(listing).workflow_in_progress
    assert live(listing).get_latest_revision_as_object().schedules.get().opens_at.hour == 10


def test_the_editor_is_told_why(editor: Client, strict: Country, listing: Service) -> None:
    url = address(Service, "edit", listing.pk)
    changes = {"schedules-0-opens_at": "10:30", "action-publish": "yes"}
    page = editor.post(url, filled(editor.get(url)) | changes, follow=True)
    assert "somebody else publishes what you wrote" in page.content.decode()


@pytest.mark.parametrize("role", ["Editors", "Administrators"])
def test_approving_an_own_change_is_refused(
    log_in: LogIn, strict: Country, listing: Service, role: str
) -> None:
    author = log_in(role)
    change_opening(author, listing, **{"action-submit": "yes"})
    approve(author, listing)
    edit(author, listing, **{"action-workflow-action": "yes", "workflow-action-name": "approve"})
    assert hour(listing) == 9
    assert live(listing).workflow_in_progress


def test_a_superuser_is_bound_too(client: Client, strict: Country, listing: Service) -> None:
    client.force_login(User.objects.create_superuser("root", password="a secret"))
    change_opening(client, listing, **{"action-publish": "yes"})
    approve(client, listing)
    assert hour(listing) == 9


def test_a_second_editor_approves(log_in: LogIn, strict: Country, listing: Service) -> None:
    change_opening(log_in("Editors"), listing, **{"action-publish": "yes"})
    approve(log_in("Administrators"), listing)
    assert hour(listing) == 10


def test_who_changes_while_approving_has_become_an_author(
    log_in: LogIn, strict: Country, listing: Service
) -> None:
    change_opening(log_in("Editors"), listing, **{"action-submit": "yes"})
    approval = {"action-workflow-action": "yes", "workflow-action-name": "approve"}
    edit(log_in("Administrators"), listing, **approval, **{"schedules-0-opens_at": "11:30"})
    assert hour(listing) == 9
    assert live(listing).workflow_in_progress
    assert live(listing).get_latest_revision_as_object().schedules.get().opens_at.hour == 11


def test_who_only_marked_it_as_checked_may_still_approve(
    log_in: LogIn, strict: Country, listing: Service
) -> None:
    change_opening(log_in("Editors"), listing, **{"action-submit": "yes"})
    second = log_in("Administrators")
    second.post(address(Service, "mark_checked", listing.pk))
    approve(second, listing)
    assert hour(listing) == 10


def test_moving_a_listing_to_a_country_without_the_rule_is_no_way_out(
    editor: Client, strict: Country, listing: Service
) -> None:
    lax = Country.objects.exclude(pk=strict.pk).first() or Country.objects.create(code="FR")
    edit(editor, listing, **{"country": lax.pk, "action-publish": "yes"})
    assert live(listing).country_id == strict.pk


def test_what_was_approved_is_no_longer_ones_own(log_in: LogIn, strict: Country, listing: Service) -> None:
    author, second = log_in("Editors"), log_in("Administrators")
    change_opening(author, listing, **{"action-submit": "yes"})
    approve(second, listing)
    change_opening(second, listing, **{"schedules-0-opens_at": "11:30", "action-submit": "yes"})
    approve(author, listing)
    assert hour(listing) == 11


def test_a_new_listing_waits_for_somebody_else(editor: Client, strict: Country, listing: Service) -> None:
    form = editor.get(address(Service, "add"))
    facts = {
        "name": "New",
        "summary": "New here",
        "country": strict.pk,
        "organization": listing.organization_id,
    }
    answer = editor.post(address(Service, "add"), filled(form) | facts | {"action-publish": "yes"})
    assert answer.status_code == 302
    assert not Service.objects.get(name="New").live


def test_elsewhere_an_editor_publishes_alone(editor: Client, listing: Service) -> None:
    change_opening(editor, listing, **{"action-publish": "yes"})
    assert hour(listing) == 10
