"""What a reader finds on a page, and what it cost the database."""

from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def read(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return BeautifulSoup(response.content, "html.parser")


def words(found: Tag | None) -> str:
    """Its text as one line."""
    assert found is not None
    return " ".join(found.get_text(" ").split())


def lines(page: Tag, selector: str) -> list[str]:
    return [words(found) for found in page.select(selector)]


def section(page: Tag, title: str) -> Tag:
    """What stands under that heading."""
    heading = next(found for found in page.select("h2, h3") if words(found) == title)
    assert heading.parent is not None
    return heading.parent


def queries_of(client: Client, address: str) -> list[str]:
    """With a cookie: the page is made anew, and not taken from those kept for visitors."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, headers={"cookie": "any=1"}).status_code == 200
    return [query["sql"] for query in captured]


def writes(queries: list[str]) -> list[str]:
    return [sql for sql in queries if not sql.lstrip(" (\n").upper().startswith(("SELECT", "WITH"))]
