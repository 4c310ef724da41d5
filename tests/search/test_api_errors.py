"""What a program is told when it asks for something wrong."""

import pytest
from django.db import DatabaseError, connection
from django.test import Client

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/search"


def refused(**parameters: object) -> dict:
    response = Client().get(ADDRESS, parameters)
    assert response.status_code == 422, response.text
    assert response.headers["Content-Type"] == "application/problem+json"
    return response.json()


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("lang", "xx"),
        ("q", "a" * 201),
        ("country", "a" * 101),
        ("need", "Legal help"),
        ("language", "Persian!"),
        ("delivery", "pigeon"),
        ("audience", "everybody"),
        ("free", "perhaps"),
        ("near", "91,10"),
        ("near", "53.5"),
        ("radius_km", "0"),
        ("radius_km", "501"),
        ("order", "random"),
        ("page", "-1"),
        ("page", "two"),
        ("page_size", "101"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_parameter(parameter: str, value: str) -> None:
    problem = refused(**{parameter: value})
    assert problem["status"] == 422
    assert [error["parameter"] for error in problem["errors"]] == [parameter]
    assert problem["detail"].startswith(f"{parameter}: ")
    assert problem["type"] == "http://127.0.0.1:8000/api/v1/docs#errors"


def test_one_wrong_value_among_good_ones_is_refused() -> None:
    assert refused(delivery=["phone", "pigeon"])["errors"][0]["parameter"] == "delivery"


def test_too_many_values_are_refused() -> None:
    assert refused(city=["Hamburg"] * 21)["errors"][0]["parameter"] == "city"


def test_a_slip_in_the_name_of_a_parameter_does_not_find_too_much() -> None:
    assert refused(contry="de")["errors"][0]["parameter"] == "contry"


def test_all_that_is_wrong_is_said_at_once() -> None:
    errors = refused(page="-1", contry="de", order="x")["errors"]
    assert {error["parameter"] for error in errors} == {"page", "contry", "order"}


def test_errors_are_in_the_reader_s_language() -> None:
    response = Client().get(ADDRESS, {"page": "-1", "lang": "de"})
    assert response.headers["Content-Language"] == "de"
    assert response.json()["title"] != refused(page="-1")["title"]


def test_an_address_that_is_not_there_is_a_problem_too(client: Client) -> None:
    for address in ("/api/v1/", "/api/v1/listings", "/api/v1/search/"):
        response = client.get(address)
        assert response.status_code == 404
        assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_nothing_can_be_changed_here(method: str) -> None:
    response = getattr(Client(enforce_csrf_checks=True), method)(ADDRESS)
    assert response.status_code == 405
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_thousands_of_parameters_are_a_bad_request(client: Client) -> None:
    response = client.get(f"{ADDRESS}?{'city=x&' * 10_001}")
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"


def test_a_failure_says_nothing_of_its_cause(client: Client) -> None:
    def out_of_order(*_query: object) -> None:
        raise DatabaseError("secret")

    with connection.execute_wrapper(out_of_order):
        response = client.get(ADDRESS)
    assert response.status_code == 500
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "secret" not in response.text
