"""What the API says about itself, to machines and to people."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page

from tests.conftest import PHONE
from tests.running_site import RunningSite

ADDRESS = "/api/v1/search"
FIELDS = {
    "id", "external_id", "name", "summary", "language", "organization", "country", "city", "needs", "url",
    "verified_on", "distance_km",
}  # fmt: skip


@pytest.mark.django_db
def test_the_description_names_every_parameter_and_field(client: Client) -> None:
    document = client.get("/api/v1/openapi.json").json()
    operation = document["paths"][ADDRESS]["get"]
    assert {"lang", "q", "near", "page_size"} <= {each["name"] for each in operation["parameters"]}
    assert set(document["components"]["schemas"]["Result"]["properties"]) == FIELDS
    assert set(operation["responses"]) == {"200", "422"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fa", "ar", "en", "fr", "de"])
def test_the_reference_is_a_page_of_the_site_without_a_script_of_its_own(
    client: Client, language: str
) -> None:
    response = client.get("/api/v1/docs", {"lang": language})
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.text
    for name in ("radius_km", "did_you_mean", "verified_on", "page_size"):
        assert f">{name}</code>" in response.text
    assert response.text.count("<script") == 1
    assert "cdn" not in response.text


@pytest.mark.django_db
def test_the_example_of_the_reference_works(client: Client) -> None:
    page = client.get("/api/v1/docs").text
    example = page.partition('<a href="/api/v1/search?')[2].partition('"')[0].replace("&amp;", "&")
    assert client.get(f"/api/v1/search?{example}").status_code == 200


def test_the_reference_has_no_fault_that_axe_knows_on_a_phone(
    open_page: Callable[..., Page], axe: Callable[[Page], list[str]]
) -> None:
    page = open_page("/api/v1/docs?lang=fa")
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_whatever_a_machine_makes_of_the_description_is_answered_as_it_says(
    site: RunningSite, tmp_path: Path
) -> None:
    """Schemathesis asks for what the description allows and for what it forbids."""
    schemathesis = Path(sys.executable).parent / "schemathesis"
    command = [
        schemathesis,
        "run",
        f"{site.url}/api/v1/openapi.json",
        "--phases",
        "examples,coverage,fuzzing",
    ]
    bounds = ["--max-examples", "60", "--seed", "20", "--generation-database", "none", "--no-color"]
    run = subprocess.run(
        [*command, *bounds], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stdout
