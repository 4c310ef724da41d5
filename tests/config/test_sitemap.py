"""The whole map that search engines get: what is in it is there, in five languages; what is hidden is not."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from defusedxml import ElementTree
from django.test import Client

from directory.models import Country, Service
from tests.factories import CountryFactory, NeedFactory, ServiceFactory
from tests.reading import read

pytestmark = pytest.mark.django_db
LANGUAGES = ["fa", "ar", "en", "fr", "de"]
# By section; a section without a page of each kind would leave a kind unread.
KINDS = {
    "pages": r"/(\w\w)/",
    "safety": r"/(\w\w)/safety/",
    "countries": r"/(\w\w)/directory/[a-z]{2}/",
    "searches": r"/(\w\w)/directory/([a-z]{2}/[a-z-]+/)?",
    "listings": r"/(\w\w)/directory/listing/\d+/",
}
MAP, XHTML = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
WHOLE_LIST = [f"/{language}/directory/" for language in LANGUAGES]
EVERY = 211


def section(client: Client, name: str) -> dict[str, dict[str, str]]:
    """Each address of that part of the map, with those of its languages."""
    tree = ElementTree.fromstring(client.get(f"/sitemap-{name}.xml").content)
    return {
        path(entry.find(f"{MAP}loc").text): {
            link.get("hreflang"): path(link.get("href")) for link in entry.findall(f"{XHTML}link")
        }
        for entry in tree
    }


def path(address: str) -> str:
    return urlsplit(address).path


def sample(addresses: list[str]) -> Iterator[str]:
    """A few of each language: the map goes through the languages of one thing before the next."""
    yield from addresses[: len(LANGUAGES)]
    yield from addresses[EVERY::EVERY]


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("name", KINDS)
def test_each_address_has_its_five_languages_and_is_there_for_search_engines(
    client: Client, name: str
) -> None:
    entries = section(client, name)
    for address, languages in entries.items():
        [own, *_rest] = re.fullmatch(KINDS[name], address).groups()
        assert set(languages) == set(LANGUAGES)
        assert languages[own] == address
        assert {re.sub(r"^/\w\w/", "", other) for other in languages.values()} == {address[4:]}
    for address in sample(list(entries)):
        page = read(client, address)
        assert {link["hreflang"]: path(link["href"]) for link in page.select("head [hreflang]")} == entries[
            address
        ]
        assert page.select("[name=robots]") == []


@pytest.mark.usefixtures("demonstration")
def test_whatever_is_shown_is_in_it_and_nothing_else(client: Client) -> None:
    published = set(Service.objects.published().values_list("pk", flat=True))
    listed = {int(address.split("/")[-2]) for address in section(client, "listings")}
    assert listed == published
    countries = {address.split("/")[-2].upper() for address in section(client, "countries")}
    assert countries == set(Country.objects.published().values_list("code", flat=True))


@pytest.mark.parametrize(
    "address", ["contact/", "contact/help/", "contact/look/", "volunteer/", "volunteer/join/"]
)
def test_what_is_confidential_is_neither_in_it_nor_kept_by_who_finds_it(client: Client, address: str) -> None:
    listed = {path for name in KINDS for path in section(client, name)}
    for language in LANGUAGES:
        assert f"/{language}/{address}" not in listed
        answer = client.get(f"/{language}/{address}")
        assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (200, "noindex")


@pytest.mark.parametrize("trait", ["draft", "paused", "long_overdue"])
def test_what_is_hidden_is_not_in_it(client: Client, trait: str) -> None:
    ServiceFactory(**{trait: True}, needs=[NeedFactory()])
    assert section(client, "listings") == {}
    assert list(section(client, "searches")) == WHOLE_LIST


def test_a_country_that_is_not_published_is_not_in_it_with_all_that_is_there(client: Client) -> None:
    ServiceFactory(country=CountryFactory(is_published=False), needs=[NeedFactory()])
    assert {**section(client, "listings"), **section(client, "countries")} == {}
    assert list(section(client, "searches")) == WHOLE_LIST
