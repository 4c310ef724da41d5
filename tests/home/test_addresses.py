"""A page is read where the site looks for it, and that is where Wagtail says it is."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Locale, Page

from home.addresses import address_of_page
from tests.factories import pages
from tests.home.conftest import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_the_address_that_wagtail_knows(
    client: Client, one_of_each: Callable[[str], dict[str, Page]], language: str
) -> None:
    for page in one_of_each(language).values():
        address = address_of_page(page)
        assert address == page.url
        assert client.get(address).context["page"].pk == page.pk


def test_a_page_that_stands_in_for_a_translation_is_read_in_the_language_it_stands_for(
    client: Client,
) -> None:
    page = pages.InformationPageFactory(title="The first days")
    borrowed = page.copy_for_translation(Locale.objects.get(language_code="ar"), alias=True)
    address = address_of_page(borrowed)
    assert address == "/ar/the-first-days/" == borrowed.url
    assert client.get(address).context["page"].content_language == "en"


def test_it_costs_no_query(django_assert_num_queries: Callable) -> None:
    page = pages.InformationPageFactory()
    found = Page.objects.select_related("locale").get(pk=page.pk)
    with django_assert_num_queries(0):
        assert address_of_page(found).startswith("/en/")
