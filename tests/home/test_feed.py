from xml.etree import ElementTree as ET

import pytest
from wagtail.models import Locale

from tests.factories import pages

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client, language: str) -> ET.Element:
    response = client.get(f"/{language}/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)  # noqa: S314 - our own answer


def test_it_has_what_atom_asks_for(client):
    pages.NewsPageFactory(title="We moved", introduction="To a larger house.")

    root = feed(client, "en")

    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert all(root.findtext(f"{ATOM}{name}") for name in ("title", "id", "updated"))
    [entry] = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "We moved"
    assert entry.findtext(f"{ATOM}summary") == "To a larger house."
    assert entry.find(f"{ATOM}link").get("href").startswith("http://testserver/en/")
    assert entry.findtext(f"{ATOM}published") == "2026-03-01T00:00:00+00:00"


def test_each_language_has_its_own(client):
    news = pages.NewsIndexPageFactory()
    english = pages.NewsPageFactory(parent=news, title="We moved")
    pages.NewsPageFactory(parent=news, title="Only in English")
    pages.translated(english, "fa", title="ما جابه‌جا شدیم")

    titles = [entry.findtext(f"{ATOM}title") for entry in feed(client, "fa").findall(f"{ATOM}entry")]

    assert titles == ["ما جابه‌جا شدیم"]


def test_borrowed_news_and_drafts_stay_out(client):
    news = pages.NewsPageFactory()
    news.copy_for_translation(Locale.objects.get(language_code="de"), copy_parents=True, alias=True)
    pages.NewsPageFactory(parent=news.get_parent(), live=False, title="Draft")

    assert feed(client, "de").findall(f"{ATOM}entry") == []
    assert len(feed(client, "en").findall(f"{ATOM}entry")) == 1
