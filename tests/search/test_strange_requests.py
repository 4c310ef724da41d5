"""Whatever is asked, the answer is a page of ours."""

from http import HTTPStatus
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.factories import NeedFactory, ServiceFactory
from tests.reading import lines, read

pytestmark = pytest.mark.django_db

STRANGE = {
    "a null": "q=%00",
    "a null among words": "q=law%00yer",
    "a long text": urlencode({"q": "مشاوره حقوقی " * 800}),
    "one endless word": f"q={'a' * 20_000}",
    "a page before the first": "page=-1",
    "a page that is none": "page=two",
    "an endless page": f"page={'9' * 400}",
    "500 filters": urlencode([("need", f"need-{number}") for number in range(500)]),
    "500 names": urlencode([(f"name{number}", "1") for number in range(500)]),
    "a filter that does not exist": "colour=green",
    "a value that does not exist": "need=nothing&delivery=pigeon&audience=cats&order=best-first",
    "half a letter": "q=%ff%fe&need=%c3&country=%e2%82",
    "a half of a pair": "q=%ed%a0%80",
    "words of a query language": "q=" + urlencode({"": '" OR ( NEAR * ^ AND NOT - :'})[1:],
    "only signs": "q=%22%27%2A%3A%28",
    "a script": urlencode({"q": "<script>alert(1)</script>", "city": "<b>", "near": "<i>,1"}),
    "right to left": urlencode({"q": "\u202egnihton\r\nX: y"}),
    "nowhere": "near=91,181&radius_km=-4",
    "a place that is none": "near=nan,inf&radius_km=1e9",
    "nothing at all": "q=&need=&country=&city=&page=&near=",
    "no name": "=&&==;",
}
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
