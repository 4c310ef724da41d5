from http import HTTPStatus

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404
from django.test import Client

from home.views import SafetyView

FAILURES = {
    HTTPStatus.BAD_REQUEST: SuspiciousOperation,
    HTTPStatus.FORBIDDEN: PermissionDenied,
    HTTPStatus.NOT_FOUND: Http404,
    HTTPStatus.INTERNAL_SERVER_ERROR: RuntimeError,
}


@pytest.fixture(params=FAILURES, ids=lambda status: str(status.value))
def status(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> HTTPStatus:
    """The safety page fails with that status."""

    def fail(*_args: object, **_kwargs: object) -> None:
        raise FAILURES[request.param]

    monkeypatch.setattr(SafetyView, "get", fail)
    return request.param


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.usefixtures("without_database")
@pytest.mark.parametrize(
    ("language", "direction"), [("fa", "rtl"), ("ar", "rtl"), ("en", "ltr"), ("fr", "ltr"), ("de", "ltr")]
)
def test_an_error_has_the_sites_own_page_in_the_language_of_the_address_without_a_database(
    visitor: Client, status: HTTPStatus, language: str, direction: str
) -> None:
    response = visitor.get(f"/{language}/safety/")
    assert response.status_code == status
    page = response.content.decode()
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert f'href="/{language}/exit/"' in page


@pytest.mark.usefixtures("without_database")
def test_an_error_page_says_nothing_of_the_error(visitor: Client, status: HTTPStatus) -> None:
    page = visitor.get("/en/safety/").content.decode()
    assert FAILURES[status].__name__ not in page
    assert str(status.value) not in page


@pytest.mark.usefixtures("without_database")
def test_a_request_for_another_host_gets_the_sites_own_page(visitor: Client) -> None:
    response = visitor.get("/fa/safety/", headers={"host": "somebody-else.example"})
    assert response.status_code == HTTPStatus.BAD_REQUEST
    assert '<html lang="fa" dir="rtl">' in response.content.decode()


@pytest.mark.django_db
def test_a_page_that_is_not_there_is_said_so_in_the_sites_own_words(client: Client) -> None:
    response = client.get("/en/nothing-of-this-name/")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "This page is not here" in response.content.decode()
