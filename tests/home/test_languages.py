"""The switch stays on the same content; what is not translated is never passed off as if it were."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Locale

from tests.factories import pages
from tests.home.conftest import LANGUAGES

pytestmark = pytest.mark.django_db


def switch_of(html: str) -> dict[str, str]:
    """The addresses that the language switch leads to."""
    navigation = re.search(r'<nav class="languages.*?</nav>', html, re.DOTALL)
    links = re.findall(r'href="([^"]+)"\s+lang="(\w+)"', navigation[0])
    return {language: address for address, language in links}


def test_the_switch_leads_to_the_page_where_translated_else_to_the_front_page(client):
    page = pages.InformationPageFactory(title="The first days")
    persian = pages.translated(page, "fa", title="روزهای نخست", slug="first")

    html = client.get(page.get_url()).content.decode()

    assert switch_of(html) == {
        "en": "/en/the-first-days/",
        "fa": persian.get_url(),
        "ar": "/ar/",
        "fr": "/fr/",
        "de": "/de/",
    }


def test_a_draft_translation_is_not_offered(client):
    page = pages.InformationPageFactory()
    page.copy_for_translation(Locale.objects.get(language_code="fa"))

    assert switch_of(client.get(page.get_url()).content.decode())["fa"] == "/fa/"


def test_search_engines_are_told_of_translations_by_full_address(client):
    page = pages.InformationPageFactory(title="The first days")
    pages.translated(page, "fa", slug="first")

    html = client.get("/fa/first/").content.decode()

    assert '<link rel="alternate" hreflang="en" href="http://testserver/en/the-first-days/">' in html
    assert '<link rel="alternate" hreflang="fa" href="http://testserver/fa/first/">' in html
    assert 'hreflang="de" href="http' not in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_that_every_language_has_keep_their_address_and_what_was_asked(client, language):
    html = client.get(f"{reverse('safety')}?from=here").content.decode()

    assert switch_of(html)[language] == f"/{language}/safety/?from=here"


def test_texts_borrowed_from_another_language_are_marked_and_said_to_be(client):
    page = pages.InformationPageFactory(title="The first days")
    page.copy_for_translation(Locale.objects.get(language_code="fa"), alias=True)

    html = client.get("/fa/the-first-days/").content.decode()

    assert '<html lang="fa" dir="rtl">' in html
    assert '<div lang="en" dir="ltr">' in html
    assert 'class="fallback"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_link_in_a_text_leads_to_the_page_in_the_readers_language(client):
    target = pages.InformationPageFactory(title="Target")
    pages.translated(target, "fa", slug="target-fa")
    paragraph = ("paragraph", f'<p><a linktype="page" id="{target.pk}">Read on</a></p>')
    page = pages.InformationPageFactory(title="Source", body=[paragraph])
    pages.translated(page, "fa")
    pages.translated(page, "de")

    assert '<a href="/en/target/">' in client.get("/en/source/").content.decode()
    assert '<a href="/fa/target-fa/">' in client.get("/fa/source/").content.decode()
    assert '<a href="/en/target/">' in client.get("/de/source/").content.decode()


def test_a_link_to_an_unpublished_page_leads_nowhere(client):
    target = pages.InformationPageFactory(live=False)
    paragraph = ("paragraph", f'<p><a linktype="page" id="{target.pk}">Read on</a></p>')
    page = pages.InformationPageFactory(body=[paragraph])

    assert "<a>Read on</a>" in client.get(page.get_url()).content.decode()


@pytest.mark.parametrize(
    ("asked_for", "language"),
    [
        ("fa", "fa"),
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("ar-SY", "ar"),
        ("de-AT,de;q=0.9", "de"),
        ("tr", "en"),
        ("", "en"),
    ],
)
def test_the_first_visit_is_in_the_language_of_the_browser(client, asked_for, language):
    pages.home_in(language)
    answer = client.get("/", headers={"accept-language": asked_for})
    assert answer.headers["Location"] == f"/{language}/"
