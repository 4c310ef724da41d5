import gzip
from datetime import timedelta

import brotli
import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client

from pagecache import generation
from tests.factories import NeedFactory
from tests.pagecache import urls

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.pagecache.urls")]


@pytest.fixture(autouse=True)
def calls() -> list[str]:
    urls.calls.clear()
    return urls.calls


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_user("editor", password="x"))
    return client


def publish(slug: str) -> None:
    NeedFactory(slug=slug)
    generation.bump()


def visit(address: str, times: int = 3, **headers: str) -> list[bytes]:
    """So many visitors; the second makes the page a ready one."""
    return [Client().get(address, headers=headers).getvalue() for _visitor in range(times)]


@pytest.fixture
def ready(calls: list[str]) -> str:
    visit("/de/page/")
    calls.clear()
    return "/de/page/"


def test_a_page_asked_for_again_is_kept_for_all_visitors(calls: list[str]) -> None:
    pages = visit("/de/page/", times=5)
    assert len(set(pages)) == 1
    assert calls == ["/de/page/"] * 2


def test_an_address_is_first_seen_without_asking_the_database(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        Client().get("/de/feed/")


def test_a_ready_page_asks_one_query(ready: str, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        Client().get(ready)


def test_a_page_that_needs_no_database_is_there_when_the_database_is_not(calls: list[str]) -> None:
    def out_of_order(*_query: object) -> None:
        raise OperationalError

    visit("/de/feed/")
    with connection.execute_wrapper(out_of_order):
        assert Client().get("/de/feed/").status_code == 200


def test_an_address_with_other_parameters_is_another_page() -> None:
    assert all(b"asylum" in page for page in visit("/de/page/?q=asylum"))
    assert not any(b"asylum" in page for page in visit("/de/page/?q=housing"))


def test_each_language_has_its_page(ready: str, calls: list[str]) -> None:
    visit("/fr/page/")
    assert calls[0] == "/fr/page/"


def test_the_browser_s_languages_do_not_matter_where_the_path_names_one(ready: str, calls: list[str]) -> None:
    visit(ready, **{"accept-language": "fa"})
    visit(ready, **{"accept-language": "fr"})
    assert calls == []


def test_the_browser_s_languages_matter_where_it_does_not() -> None:
    address = "/page-in-the-browser-s-language/"
    assert set(visit(address, **{"accept-language": "fa"})) == {b"fa"}
    assert set(visit(address, **{"accept-language": "fr"})) == {b"fr"}
    assert set(visit(address, **{"accept-language": "fa"})) == {b"fa"}


def test_another_host_has_another_page(calls: list[str]) -> None:
    visit("/de/page/", host="localhost")
    calls.clear()
    visit("/de/page/", host="127.0.0.1")
    assert calls


def test_a_host_that_is_not_ours_never_gets_a_page(ready: str, client: Client) -> None:
    assert client.get(ready, headers={"host": "evil.example"}).status_code == 400


def test_a_published_change_is_seen_by_the_next_request(ready: str, client: Client) -> None:
    assert b"need sworn-translation" not in client.get(ready).content
    publish("sworn-translation")
    assert b"need sworn-translation" in client.get(ready).content


def test_every_further_change_too(ready: str, client: Client) -> None:
    for slug in ("one", "two", "three"):
        publish(slug)
        assert f"need {slug}" in client.get(ready).text


def test_a_page_is_no_older_than_a_minute_because_open_now_follows_the_clock(calls: list[str]) -> None:
    with time_machine.travel("2026-03-01 08:59:30+00:00", tick=False) as clock:
        visit("/de/page/")
        clock.shift(timedelta(seconds=59))
        visit("/de/page/")
        assert len(calls) == 2
        clock.shift(timedelta(seconds=2))
        visit("/de/page/")
        assert len(calls) == 3


def test_a_page_that_asks_for_less_gets_less(calls: list[str]) -> None:
    with time_machine.travel("2026-03-01 08:59:30+00:00", tick=False) as clock:
        visit("/de/short/")
        clock.shift(timedelta(seconds=11))
        visit("/de/short/")
    assert len(calls) == 3


def test_a_feed_is_kept_too(client: Client, calls: list[str]) -> None:
    visit("/de/feed/")
    assert client.get("/de/feed/").headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert calls == ["/de/feed/"] * 2


@pytest.mark.parametrize(
    "kind", ["secret", "private", "visited", "by-user-agent", "missing", "download", "streamed"]
)
def test_what_is_not_for_everybody_is_made_each_time(kind: str, calls: list[str]) -> None:
    visit(f"/de/{kind}/")
    assert calls == [f"/de/{kind}/"] * 3


def test_a_form_s_token_is_never_given_to_a_second_visitor() -> None:
    assert len(set(visit("/de/form/"))) == 3


def test_what_is_sent_is_never_answered_with_a_ready_page(
    ready: str, client: Client, calls: list[str]
) -> None:
    client.post(ready)
    client.post(ready)
    assert len(calls) == 2


def test_a_visitor_never_gets_an_editor_s_page(editor: Client) -> None:
    for _visit in range(3):
        assert b"Hello editor" in editor.get("/de/for-the-user/").content
    assert set(visit("/de/for-the-user/")) == {b"Hello AnonymousUser"}


def test_an_editor_never_gets_a_visitor_s_page(editor: Client) -> None:
    visit("/de/for-the-user/")
    assert b"Hello editor" in editor.get("/de/for-the-user/").content


def test_an_editor_never_gets_another_editor_s_page(editor: Client) -> None:
    other = Client()
    other.force_login(get_user_model().objects.create_user("other", password="x"))
    for _visit in range(3):
        editor.get("/de/for-the-user/")
    assert b"Hello other" in other.get("/de/for-the-user/").content


def test_a_ready_page_sets_no_cookie(ready: str, client: Client) -> None:
    assert not client.get(ready).cookies


def test_a_ready_page_has_every_header_of_a_fresh_one(client: Client) -> None:
    fresh = client.get("/de/page/")
    visit("/de/page/")
    kept = client.get("/de/page/")
    assert dict(fresh.headers) == dict(kept.headers)
    assert "default-src 'none'" in kept.headers["Content-Security-Policy"]
    assert kept.headers["X-Content-Type-Options"] == "nosniff"


def expand(response: HttpResponse) -> bytes:
    how = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
    return how[response.headers.get("Content-Encoding")](response.content)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("gzip; q=0.000", None),
        ("identity", None),
        ("", None),
    ],
)
def test_the_body_is_compressed_as_the_browser_can_read_it(
    ready: str, client: Client, accepted: str, encoding: str | None
) -> None:
    plain = client.get(ready).content
    response = client.get(ready, headers={"accept-encoding": accepted})
    assert response.headers.get("Content-Encoding") == encoding
    assert response.headers["Content-Length"] == str(len(response.content))
    assert "Accept-Encoding" in response.headers["Vary"]
    assert expand(response) == plain


def test_a_page_first_asked_for_in_brotli_is_also_given_plain(client: Client) -> None:
    compressed = client.get("/de/page/", headers={"accept-encoding": "br"})
    assert client.get("/de/page/").content == expand(compressed)


def test_a_browser_that_has_the_page_is_told_so(ready: str, client: Client) -> None:
    etag = client.get(ready).headers["ETag"]
    response = client.get(ready, headers={"if-none-match": etag})
    assert response.status_code == 304
    assert not response.content
    assert response.headers["ETag"] == etag
    assert response.headers["Cache-Control"] == "no-cache"


def test_a_browser_that_has_the_page_from_before_a_change_gets_the_new_one(
    ready: str, client: Client
) -> None:
    etag = client.get(ready).headers["ETag"]
    publish("sworn-translation")
    response = client.get(ready, headers={"if-none-match": etag})
    assert response.status_code == 200
    assert response.headers["ETag"] != etag


def test_asking_for_the_headers_alone_gives_those_of_the_page(ready: str, client: Client) -> None:
    page = client.get(ready)
    head = client.head(ready)
    assert head.headers["ETag"] == page.headers["ETag"]
    assert not head.content
