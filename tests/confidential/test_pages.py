"""A confidential page is kept by nobody."""

import pytest
from bs4 import BeautifulSoup
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path
from django.views.debug import SafeExceptionReporterFilter

from confidential.pages import confidential_page
from config.urls import urlpatterns as site_urls
from pagecache.middleware import store


@confidential_page
def mailbox(request: HttpRequest) -> HttpResponse:
    """`word` is what somebody wrote."""
    word = request.POST.get("word", "")
    if word == "fail":
        raise ValueError(word)
    if word.startswith("too much"):
        raise OperationalError("database is locked")
    return HttpResponse(f"Read: {word}")


@confidential_page(has_form=False)
def receipt(_request: HttpRequest, number: int) -> HttpResponse:
    return HttpResponse(f"Receipt {number}")


@confidential_page
def desk(_request: HttpRequest) -> HttpResponse:
    raise OperationalError("database is locked")


urlpatterns = [
    path("mailbox/", mailbox),
    path("desk/", desk),
    path("receipt/<int:number>/", receipt),
    *site_urls,
]


def test_nobody_is_to_keep_or_list_it() -> None:
    response = mailbox(RequestFactory().get("/"))
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_while_the_database_takes_nothing_what_was_typed_comes_back_to_be_sent_again() -> None:
    typed = {"word": 'too much "of it"\nat once', "token": "t", "take_back": "1"}
    response = Client().post("/mailbox/", typed)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert response.headers["Cache-Control"] == "no-store"
    form = BeautifulSoup(response.content, "html.parser").select_one("main form[method=post]:not([action])")
    assert {field["name"]: field["value"] for field in form.select("input[type=hidden]")} == typed


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_a_page_that_has_to_write_as_it_is_looked_at_can_be_opened_again() -> None:
    response = Client().get("/desk/?box=new&kind=help")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert response.headers["Cache-Control"] == "no-store"
    page = BeautifulSoup(response.content, "html.parser").select_one("main")
    assert page.select_one("a.button")["href"] == "/desk/?box=new&kind=help"
    assert page.select_one("form") is None


def test_a_page_without_a_form_names_itself_to_nobody() -> None:
    response = receipt(RequestFactory().get("/"), number=7)
    assert response.content == b"Receipt 7"
    assert response.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_the_site_s_own_headers_leave_these_as_they_are() -> None:
    headers = Client().get("/receipt/7/").headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_it_is_no_ready_page(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[object] = []
    monkeypatch.setattr(store, "put", lambda *page: kept.append(page))
    for _visit in range(2):
        Client().get("/receipt/7/")
    assert kept == []


def test_an_error_report_shows_nothing_that_was_sent(settings) -> None:
    settings.DEBUG = False
    request = RequestFactory().post("/", {"word": "fail"})
    with pytest.raises(ValueError, match="fail") as caught:
        mailbox(request)
    shown = SafeExceptionReporterFilter()
    assert "fail" not in str(shown.get_post_parameters(request))
    in_the_view = next(
        entry.frame.f_frame if hasattr(entry.frame, "f_frame") else entry.frame.raw
        for entry in caught.traceback
        if entry.name == "mailbox"
    )
    assert "fail" not in str(dict(shown.get_traceback_frame_variables(request, in_the_view)))
