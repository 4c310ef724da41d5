"""One need in one country has an address that one can say aloud."""

import pytest
from django.conf import settings
from django.test import Client

from tests.factories import CountryFactory, NeedFactory, ServiceFactory
from tests.reading import lines, read, words

pytestmark = pytest.mark.django_db
LANGUAGES = ["fa", "ar", "en", "fr", "de"]


@pytest.fixture(autouse=True)
def lawyers() -> None:
    legal, food = (
        NeedFactory(slug="legal", names={"en": "Legal help", "fa": "کمک حقوقی"}),
        NeedFactory(slug="food"),
    )
    ServiceFactory(name="Berlin", needs=[legal])
    ServiceFactory(name="Kitchen", needs=[food])
    ServiceFactory(name="Paris", needs=[legal], country=CountryFactory(code="FR"))


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Legal help in Germany"), ("fa", "کمک حقوقی در آلمان")]
)
def test_it_shows_what_there_is(client: Client, language: str, heading: str) -> None:
    page = read(client, f"/{language}/directory/de/legal/")
    assert words(page.h1) == heading
    assert heading in words(page.title)
    assert lines(page, ".card h3") == ["Berlin"]


def test_a_search_for_the_same_says_where_it_lives(client: Client) -> None:
    page = read(client, "/en/directory/?need=legal&country=de")
    assert page.select_one('[rel="canonical"]')["href"] == f"{settings.SITE_URL}/en/directory/de/legal/"


def test_other_filters_narrow_it_and_its_own_cannot_be_doubled(client: Client) -> None:
    assert lines(read(client, "/en/directory/de/legal/?country=fr&need=food"), ".card h3") == ["Berlin"]
    assert read(client, "/en/directory/de/legal/?language=ti").select(".empty")


@pytest.mark.parametrize("path", ["xx/legal/", "de/nothing-of-this-name/", "DE/legal/"])
def test_what_is_not_there_is_not_found(client: Client, path: str) -> None:
    assert client.get(f"/en/directory/{path}").status_code == 404


def test_search_engines_are_told_of_every_language_but_of_no_visitors_search(client: Client) -> None:
    page = read(client, "/fa/directory/de/legal/")
    assert {link["hreflang"]: link["href"] for link in page.select("[hreflang][rel=alternate]")} == {
        language: f"{settings.SITE_URL}/{language}/directory/de/legal/" for language in LANGUAGES
    }
    assert not page.select('meta[name="robots"]')
    for narrowed in ("?free=1", "?q=lawyer"):
        page = read(client, f"/fa/directory/de/legal/{narrowed}")
        assert page.select_one('meta[name="robots"]')["content"] == "noindex, follow"
        assert not page.select('[rel="canonical"], [rel="alternate"]')


def test_the_language_switch_stays_on_the_same_search(client: Client) -> None:
    ServiceFactory(name="وکیل", source_language="fa", needs=[NeedFactory(slug="legal")])
    page = read(client, "/fa/directory/?q=%D9%88%DA%A9%DB%8C%D9%84&country=de&need=legal")
    assert [link["href"] for link in page.select(".languages a")] == [
        f"/{language}/directory/de/legal/?q=%D9%88%DA%A9%DB%8C%D9%84" for language in LANGUAGES
    ]


def test_the_sitemap_has_each_need_of_each_country_and_nothing_empty(client: Client) -> None:
    sitemap = client.get("/sitemap-searches.xml").content.decode()
    for there in (
        "/fa/directory/de/legal/",
        "/en/directory/de/food/",
        "/en/directory/fr/legal/",
        "/de/directory/",
    ):
        assert f"<loc>http://testserver{there}</loc>" in sitemap
    assert "/directory/fr/food/" not in sitemap
