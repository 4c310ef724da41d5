"""What somebody types to do harm is refused or shown as letters; who may only propose only proposes."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from directory.models import Country, Location, Need, Organization, Service
from tests.directory.admin.conftest import LogIn
from tests.directory.admin.forms import filled
from tests.directory.admin.test_pages_open import address

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"
TURNED_ROUND = "Call \u202e0000"


def text_fields(client: Client, url: str) -> list[str]:
    form = client.get(url).context["form"]
    rows = [row for formset in form.formsets.values() for row in formset.forms]
    return [
        bound.html_name
        for part in (form, *rows)
        for bound in part
        if type(bound.field).__name__ == "CharField" and not bound.is_hidden
    ]


@pytest.mark.parametrize("model", [Service, Organization, Location, Need, Country])
def test_hidden_signs_enter_no_field(log_in: LogIn, listing: Service, model: type) -> None:
    """They are taken out, as imports do: who pastes a text does not see them either."""
    administrator = log_in("Administrators")
    row = model.objects.first()
    url = address(model, "edit", row.pk)
    for field in text_fields(administrator, url):
        administrator.post(url, filled(administrator.get(url)) | {field: TURNED_ROUND})
        stored = model.objects.get(pk=row.pk)
        drafted = stored.get_latest_revision_as_object() if isinstance(stored, Service) else stored
        assert "\u202e" not in drafted.to_json(), field


def test_a_name_is_one_line(editor: Client, listing: Service) -> None:
    """A line break would end a heading, or a header."""
    url = address(Service, "edit", listing.pk)
    editor.post(url, filled(editor.get(url)) | {"name": "Advice\r\nBcc: all", "description": "One\nTwo"})
    draft = Service.objects.get(pk=listing.pk).get_latest_revision_as_object()
    assert draft.name == "Advice Bcc: all"
    assert draft.description == "One\nTwo"


def test_a_script_is_shown_as_letters(editor: Client, client: Client, listing: Service) -> None:
    url = address(Service, "edit", listing.pk)
    texts = ("name", "alternate_name", "summary", "description", "cost_note", "eligibility_note")
    changes = dict.fromkeys(texts, SCRIPT) | {"action-publish": "yes"}
    assert editor.post(url, filled(editor.get(url)) | changes).status_code == 302
    for page in (
        editor.get(address(Service, "list")),
        editor.get(url),
        editor.get(address(Service, "history", listing.pk)),
        client.get(f"/en/directory/listing/{listing.pk}/"),
        client.get("/en/directory/"),
    ):
        assert page.status_code == 200
        assert SCRIPT not in page.content.decode()
        assert "&lt;script&gt;" in page.content.decode()


@pytest.mark.parametrize("role", ["Contributors", "Translators"])
def test_nobody_approves_what_they_proposed(log_in: LogIn, listing: Service, role: str) -> None:
    proposer = log_in(role)
    url = address(Service, "edit", listing.pk)
    proposer.post(url, filled(proposer.get(url)) | {"action-submit": "yes"})
    task = Service.objects.get(pk=listing.pk).current_workflow_task_state
    proposer.post(address(Service, "workflow_action", listing.pk, "approve", task.pk))
    proposer.post(
        url,
        {"action-workflow-action": "yes", "workflow-action-name": "approve", "name": "Mine"},
    )
    task.refresh_from_db()
    assert task.status == task.STATUS_IN_PROGRESS
    assert Service.objects.get(pk=listing.pk).name == "Legal advice"


def test_a_new_proposal_is_a_draft_whatever_the_form_says(log_in: LogIn, listing: Service) -> None:
    contributor = log_in("Contributors")
    url = address(Service, "add")
    facts = {
        "name": "Sent in",
        "organization": listing.organization.pk,
        "country": "DE",
        "live": "on",
        "verified_on": "2026-01-01",
        "action-publish": "yes",
    }
    contributor.post(url, filled(contributor.get(url)) | facts)
    assert not Service.objects.get(name="Sent in").live


def test_a_contributor_does_not_stop_the_proposal_of_another(log_in: LogIn, listing: Service) -> None:
    translator, contributor = log_in("Translators"), log_in("Contributors")
    url = address(Service, "edit", listing.pk)
    translator.post(url, filled(translator.get(url)) | {"action-submit": "yes"})
    contributor.post(url, filled(contributor.get(url)) | {"action-cancel-workflow": "yes"})
    state = Service.objects.get(pk=listing.pk).current_workflow_state
    assert state.requested_by == User.objects.get(username="Translators")
