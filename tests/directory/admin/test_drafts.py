"""A draft is nobody's business; what is published is on the site at once."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from directory.models import Service
from home.scheduled import publish_what_is_due
from tests.directory.admin.conftest import LogIn
from tests.directory.admin.forms import filled
from tests.directory.admin.test_pages_open import address

pytestmark = pytest.mark.django_db


def live(listing: Service) -> Service:
    return Service.objects.get(pk=listing.pk)


def change_opening(client: Client, listing: Service, **extra: object) -> None:
    url = address(Service, "edit", listing.pk)
    changes = {"schedules-0-opens_at": "10:30", **extra}
    answer = client.post(url, filled(client.get(url)) | changes)
    assert answer.status_code == 302


def test_a_draft_changes_nothing_on_the_site(editor: Client, listing: Service) -> None:
    change_opening(editor, listing)
    assert live(listing).schedules.get().opens_at.hour == 9
    assert live(listing).has_unpublished_changes


def test_a_draft_is_there_when_the_form_is_opened_again(editor: Client, listing: Service) -> None:
    change_opening(editor, listing)
    page = editor.get(address(Service, "edit", listing.pk))
    assert filled(page)["schedules-0-opens_at"] == ["10:30"]


def test_publishing_changes_the_site(editor: Client, listing: Service) -> None:
    change_opening(editor, listing, **{"action-publish": "yes"})
    assert live(listing).schedules.get().opens_at.hour == 10
    assert not live(listing).has_unpublished_changes


def test_publishing_keeps_every_other_fact(editor: Client, listing: Service) -> None:
    before = listing.serializable_data()
    change_opening(editor, listing, **{"action-publish": "yes"})
    after = live(listing).serializable_data()
    facts = ("name", "summary", "needs", "locations", "languages", "contacts", "verified_on", "country")
    assert {fact: after[fact] for fact in facts} == {fact: before[fact] for fact in facts}


def test_publishing_at_a_set_time(editor: Client, listing: Service) -> None:
    in_an_hour = timezone.now() + timedelta(hours=1)
    change_opening(editor, listing, go_live_at=f"{in_an_hour:%Y-%m-%d %H:%M}", **{"action-publish": "yes"})
    assert live(listing).schedules.get().opens_at.hour == 9
    with time_machine.travel(in_an_hour + timedelta(minutes=1)):
        publish_what_is_due()
    assert live(listing).schedules.get().opens_at.hour == 10


def test_taking_a_listing_off_the_site(editor: Client, listing: Service) -> None:
    editor.post(address(Service, "unpublish", listing.pk))
    assert not live(listing).live


def test_what_a_contributor_proposes_an_editor_approves(log_in: LogIn, listing: Service) -> None:
    change_opening(log_in("Contributors"), listing, **{"action-submit": "yes"})
    assert live(listing).schedules.get().opens_at.hour == 9
    task = live(listing).current_workflow_task_state
    approval = address(Service, "workflow_action", listing.pk, "approve", task.pk)
    log_in("Editors").post(approval)
    assert live(listing).schedules.get().opens_at.hour == 10


def test_a_contributor_cannot_publish(log_in: LogIn, listing: Service) -> None:
    change_opening(log_in("Contributors"), listing, **{"action-publish": "yes"})
    assert live(listing).schedules.get().opens_at.hour == 9


def test_a_translator_changes_the_translations_and_nothing_else(log_in: LogIn, listing: Service) -> None:
    translator = log_in("Translators")
    url = address(Service, "edit", listing.pk)
    page = translator.get(url)
    assert {name.split("-")[0] for name in filled(page)} & {"name", "contacts", "schedules"} == set()
    row = {
        "translations-TOTAL_FORMS": 1,
        "translations-0-language": "fa",
        "translations-0-name": "مشاوره حقوقی",
        "name": "Something else",
        "go_live_at": "",
        "contacts-TOTAL_FORMS": 0,
        "contacts-INITIAL_FORMS": 0,
    }
    assert translator.post(url, filled(page) | row).status_code == 302
    draft = live(listing).get_latest_revision_as_object()
    assert draft.translations.get().name == "مشاوره حقوقی"
    assert (draft.name, draft.contacts.count()) == ("Legal advice", 1)


def test_a_locked_listing_is_kept(editor: Client, log_in: LogIn, listing: Service) -> None:
    editor.post(address(Service, "lock", listing.pk))
    other = log_in("Administrators")
    url = address(Service, "edit", listing.pk)
    answer = other.post(url, filled(other.get(url)) | {"name": "Another"})
    assert answer.status_code == 200
    assert live(listing).get_latest_revision_as_object().name == "Legal advice"


def test_history_and_comparison(editor: Client, listing: Service) -> None:
    change_opening(editor, listing)
    change_opening(editor, listing, name="A better name")
    assert User.objects.get().username in editor.get(address(Service, "history", listing.pk)).content.decode()
    imported, _first, second = listing.revisions.order_by("pk")
    comparison = editor.get(address(Service, "revisions_compare", listing.pk, imported.pk, second.pk))
    assert "A better" in comparison.content.decode()
    assert "10:30" in comparison.content.decode()
