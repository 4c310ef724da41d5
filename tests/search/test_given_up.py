"""Where editors read which listings the search index does not take."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from search.models import Outbox
from tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/reports/search-index/"


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("editor", password="x"))
    return client


@pytest.fixture
def refused() -> int:
    number = ServiceFactory(name="Nowhere office").pk
    ServiceFactory(name="Harbour office")
    Outbox.objects.filter(pk=number).update(gave_up_at=timezone.now(), error="illegal latitude", attempts=8)
    return number


def test_a_listing_that_was_given_up_is_named_with_what_went_wrong(editor: Client, refused: int) -> None:
    page = editor.get(ADDRESS).text
    assert "illegal latitude" in page
    assert (
        f"/admin/snippets/directory/service/edit/{refused}/" in page or f"/listings/edit/{refused}/" in page
    )
    assert page.count("illegal latitude") == 1


@pytest.mark.parametrize("ordering", ["service_id", "-gave_up_at"])
def test_the_list_is_ordered_by_each_column(editor: Client, refused: int, ordering: str) -> None:
    assert "illegal latitude" in editor.get(f"{ADDRESS}results/", {"ordering": ordering}).text


def test_the_menu_names_the_report_only_where_there_is_something_to_read(editor: Client) -> None:
    assert ADDRESS not in editor.get("/admin/reports/locked/").text
    Outbox.objects.create(service_id=1, gave_up_at=timezone.now(), error="illegal latitude")
    assert ADDRESS in editor.get("/admin/reports/locked/").text


def test_who_may_not_change_listings_may_not_read_it(refused: int) -> None:
    client = Client()
    client.force_login(User.objects.create_user("visitor", password="x"))
    answer = client.get(ADDRESS)
    assert answer.status_code == 302
    assert "illegal latitude" not in answer.text
