"""No log holds a reader's address, or what they typed."""

import logging
import secrets
from collections.abc import Iterator
from io import StringIO

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from config import urls

SECRET = "where-can-I-hide"


def failing(request: HttpRequest, token: str = "") -> HttpResponse:
    try:
        int(request.GET["q"])
    except ValueError as error:
        raise RuntimeError(f"could not search for {request.GET['q']}") from error
    return HttpResponse()


urlpatterns = [path("fail/", failing), path("fail/<token>/", failing), *urls.urlpatterns]
handler500 = "home.errors.server_error"

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the running site's console would show."""
    logging.config.dictConfig(settings.LOGGING)
    handler = next(handler for handler in logging.getLogger().handlers if handler.get_name() == "console")
    stream, handler.stream = handler.stream, StringIO()
    yield handler.stream
    handler.stream = stream


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False, REMOTE_ADDR="203.0.113.7")


def test_an_error_says_where_and_what_kind_but_not_what_was_typed(log: StringIO, visitor: Client) -> None:
    assert visitor.get("/fail/", {"q": SECRET}).status_code == 500
    assert "RuntimeError" in log.getvalue()
    assert "ValueError" in log.getvalue()
    assert "in failing" in log.getvalue()
    assert SECRET not in log.getvalue()
    assert "203.0.113.7" not in log.getvalue()


@pytest.mark.parametrize("address", [f"/en/nowhere/?q={SECRET}", f"/en/{SECRET}/"])
def test_a_page_that_is_not_there_leaves_no_trace(log: StringIO, visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404
    assert log.getvalue() == ""


def test_a_wrong_host_leaves_no_trace(log: StringIO, visitor: Client) -> None:
    assert visitor.get("/fail/", headers={"host": f"{SECRET}.example"}).status_code == 400
    assert log.getvalue() == ""


def test_the_server_keeps_no_access_log() -> None:
    from config import start

    arguments = start.server_arguments("127.0.0.1", "8000")
    assert "--no-access-log" in arguments


def test_a_link_that_opens_something_is_in_no_log(log: StringIO, visitor: Client) -> None:
    token = secrets.token_urlsafe(24)
    assert visitor.get(f"/fail/{token}/", {"q": SECRET}).status_code == 500
    assert "/fail/…/" in log.getvalue()
    assert token not in log.getvalue()
