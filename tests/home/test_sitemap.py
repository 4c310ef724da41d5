import pytest
from django.contrib.sites.requests import RequestSite
from django.test import RequestFactory
from wagtail.models import Locale

from home.sitemaps import PageSitemap
from tests.factories import pages

pytestmark = pytest.mark.django_db


def entries() -> dict[str, dict[str, str]]:
    """Each address with those of its translations."""
    site = RequestSite(RequestFactory().get("/"))
    return {
        entry["location"]: {other["lang_code"]: other["location"] for other in entry["alternates"]}
        for entry in PageSitemap().get_urls(site=site, protocol="https")
    }


def test_each_page_stands_with_its_translations():
    page = pages.InformationPageFactory(title="The first days")
    pages.translated(page, "fa", slug="first")

    both = {"en": "https://testserver/en/the-first-days/", "fa": "https://testserver/fa/first/"}
    assert entries()["https://testserver/en/the-first-days/"] == both
    assert entries()["https://testserver/fa/first/"] == both
    assert set(entries()["https://testserver/de/"]) == {"en", "fa", "ar", "fr", "de"}


def test_drafts_and_borrowed_texts_stay_out():
    pages.InformationPageFactory(title="Draft", live=False)
    page = pages.InformationPageFactory(title="The first days")
    page.copy_for_translation(Locale.objects.get(language_code="fa"), alias=True)

    assert "https://testserver/en/draft/" not in entries()
    assert "https://testserver/fa/the-first-days/" not in entries()


def test_more_pages_cost_no_more_queries(django_assert_max_num_queries):
    for _ in range(10):
        pages.InformationPageFactory()

    with django_assert_max_num_queries(6):
        assert len(entries()) == 15
