"""What search engines are told: to read the listings, and no search of a visitor."""

import pytest
from django.test import Client

from tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def test_every_part_of_the_sitemap_may_be_read(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of listings the map is in parts, and a part's number follows a question mark."""
    monkeypatch.setattr("directory.sitemaps.ListingSitemap.limit", 5)
    for _listing in range(2):
        ServiceFactory()
    index = client.get("/sitemap.xml").content.decode()
    assert "sitemap-listings.xml?p=2" in index
    rules = client.get("/robots.txt").content.decode().splitlines()
    allowed = max((rule.removeprefix("Allow: ") for rule in rules if rule.startswith("Allow: ")), key=len)
    # Of the rules that fit, the longest one holds (RFC 9309).
    assert "/sitemap-listings.xml?p=2".startswith(allowed)
    assert len(allowed) > len("/*?")


def test_searches_of_visitors_and_the_way_out_are_not_for_search_engines(client: Client) -> None:
    rules = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /*?", "Disallow: /*/exit/", f"Sitemap: {SITE}/sitemap.xml"} <= set(rules)
