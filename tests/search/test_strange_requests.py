"""Whatever is asked, the answer is a page of ours."""

from http import HTTPStatus

import pytest
from django.test import Client

from tests.factories import NeedFactory, ServiceFactory
from tests.reading import lines, read
from tests.strange_requests import STRANGE

pytestmark = pytest.mark.django_db

PLACES = ["/fa/directory/", "/en/directory/de/legal/"]


@pytest.fixture(autouse=True)
def lawyer() -> None:
    ServiceFactory(name="Lawyer", needs=[NeedFactory(slug="legal")])


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
def test_it_is_answered_by_a_page_of_ours(client: Client, place: str, strange: str) -> None:
    response = client.get(place, QUERY_STRING=strange)
    if response.status_code == HTTPStatus.FOUND:
        response = client.get(response.headers["Location"])
    page = response.content.decode()
    assert response.status_code in {200, 400}
    assert f'<html lang="{place[1:3]}"' in page
    assert f'href="{place[:3]}/exit/"' in page
    assert "<script>alert" not in page
    assert "\u202e" not in page
    assert not {"x"} & {name.lower() for name in response.headers}


@pytest.mark.parametrize("ignored", ["colour=green", "page=-1", "delivery=pigeon", "near=91,181", "q=%00"])
def test_what_cannot_be_meant_changes_nothing(client: Client, ignored: str) -> None:
    assert lines(read(client, f"/en/directory/?{ignored}"), ".card h3") == ["Lawyer"]


@pytest.mark.parametrize("path", ["%00/", "%ff%fe/", "%2e%2e/%2e%2e/etc/passwd/", f"listing/{'9' * 30}/"])
def test_a_strange_path_is_not_found_in_our_own_words(client: Client, path: str) -> None:
    response = client.get(f"/en/directory/{path}")
    assert response.status_code == 404
    assert "This page is not here" in response.content.decode()
