"""A shelter's address, private numbers and internal notes are for those who look after listings: a person who
offers to translate or to propose may have been sent by whom a reader fled from."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log

from directory.models import Location, Service
from tests.directory.admin.conftest import LogIn
from tests.directory.admin.forms import added_row, filled
from tests.directory.admin.test_pages_open import address
from tests.factories import LocationFactory

pytestmark = pytest.mark.django_db

SECRETS = ("Hidden Lane 5", "+493023125999", "Ask for Mina only")


@pytest.fixture
def shelter(listing: Service) -> Location:
    """The listing is given at a secret place too, has a number for its keepers alone and a note."""
    shelter = LocationFactory(
        organization=listing.organization, name="", address_1="Hidden Lane 5", hidden=True
    )
    listing.locations.add(shelter)
    listing.contacts.create(kind="phone", value="+493023125999", visibility="private")
    listing.internal_note = "Ask for Mina only"
    listing.save()
    log(shelter, "wagtail.create")
    return shelter


@pytest.fixture
def visitor_of_the_admin() -> Client:
    """Somebody who may log in, and nothing else."""
    user = User.objects.create_user("somebody")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    return client


def told(client: Client, page: str, **question: object) -> str:
    answer = client.get(page, question, headers={"X-Requested-With": "XMLHttpRequest"})
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode()


def pages_about(listing: Service, shelter: Location) -> list[str]:
    first = listing.save_revision()
    listing.name, listing.internal_note = "Renamed", ""
    second = listing.save_revision()
    bulk = reverse("wagtail_bulk_action", args=["directory", "location", "delete"])
    api = reverse("wagtail_localize:snippets_api_listing", args=["directory", "location"])
    chooser = "wagtailsnippetchoosers_directory_location"
    return [
        address(Service, "list"),
        f"{address(Service, 'list')}?export=csv",
        address(Service, "edit", listing.pk),
        address(Service, "copy", listing.pk),
        address(Service, "history", listing.pk),
        address(Service, "usage", listing.pk),
        address(Service, "revisions_compare", listing.pk, first.pk, second.pk),
        address(Service, "revisions_view", listing.pk, first.pk),
        address(Service, "preview_on_edit", listing.pk),
        address(Location, "list"),
        f"{address(Location, 'list')}?q=Hidden",
        f"{address(Location, 'list')}?export=csv",
        address(Location, "edit", shelter.pk),
        address(Location, "history", shelter.pk),
        address(Location, "usage", shelter.pk),
        address(Location, "delete", shelter.pk),
        f"{bulk}?id={shelter.pk}",
        reverse(f"{chooser}:choose"),
        reverse(f"{chooser}:choose_results"),
        reverse(f"{chooser}:chosen", args=[shelter.pk]),
        f"{reverse(f'{chooser}:chosen_multiple')}?id={shelter.pk}",
        api,
        f"{api}{shelter.pk}/",
        reverse("wagtailadmin_reports:site_history"),
    ]


@pytest.mark.parametrize("role", ["Translators", "Contributors"])
def test_no_page_tells_it_to_who_only_proposes(
    log_in: LogIn, listing: Service, shelter: Location, role: str
) -> None:
    client = log_in(role)
    said = {
        page: found
        for page in pages_about(listing, shelter)
        if (found := [secret for secret in SECRETS if secret in told(client, page)])
    }
    assert said == {}


def test_nor_to_who_may_only_log_in(
    visitor_of_the_admin: Client, listing: Service, shelter: Location
) -> None:
    words = (*SECRETS, "Legal advice", "Renamed")
    said = {
        page: found
        for page in pages_about(listing, shelter)
        if (found := [word for word in words if word in told(visitor_of_the_admin, page)])
    }
    assert said == {}


def test_an_editor_sees_it(editor: Client, listing: Service, shelter: Location) -> None:
    form = told(editor, address(Service, "edit", listing.pk))
    assert [secret for secret in SECRETS if secret not in form] == []
    assert "Hidden Lane 5" in told(editor, address(Location, "list"))


def test_what_a_contributor_cannot_see_stays_as_it_is(
    log_in: LogIn, listing: Service, shelter: Location
) -> None:
    contributor = log_in("Contributors")
    url = address(Service, "edit", listing.pk)
    page = contributor.get(url)
    row = added_row(page, "contacts", kind="phone", value="+493023125001", visibility="public")
    changes = {"name": "A better name", "internal_note": "Wiped", "locations": []}
    assert contributor.post(url, filled(page) | row | changes).status_code == 302
    draft = Service.objects.get(pk=listing.pk).get_latest_revision_as_object()
    assert draft.name == "A better name"
    assert draft.internal_note == "Ask for Mina only"
    assert {contact.value for contact in draft.contacts.all()} == {
        "+493023125000",
        "+493023125001",
        "+493023125999",
    }
    assert [place.pk for place in draft.locations.all()] == [shelter.pk]


def test_a_contributor_cannot_reach_it_by_its_number(
    log_in: LogIn, listing: Service, shelter: Location
) -> None:
    """A crafted form names the row that the page did not show."""
    private = listing.contacts.get(visibility="private")
    contributor = log_in("Contributors")
    url = address(Service, "edit", listing.pk)
    page = contributor.get(url)
    row = added_row(
        page, "contacts", id=private.pk, kind="phone", value="+493023125001", visibility="public"
    ) | {"contacts-INITIAL_FORMS": 2}
    assert "+493023125999" not in contributor.post(url, filled(page) | row).content.decode()
    draft = Service.objects.get(pk=listing.pk).get_latest_revision_as_object()
    assert draft.contacts.get(id=private.pk).visibility == "private"
    assert draft.contacts.get(id=private.pk).value == "+493023125999"
