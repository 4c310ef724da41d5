"""What a freshly migrated database shows."""

import pytest
from django.utils.translation import get_language_info
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from tests.home.conftest import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_front_page(client, language):
    response = client.get(f"/{language}/")

    direction = "rtl" if get_language_info(language)["bidi"] else "ltr"
    assert response.status_code == 200
    assert f'<html lang="{language}" dir="{direction}">' in response.content.decode()


def test_the_front_pages_are_translations_of_each_other_below_one_site():
    homes = HomePage.objects.all()

    assert {home.locale.language_code for home in homes} == set(LANGUAGES)
    assert len({home.translation_key for home in homes}) == 1
    assert Site.objects.get().root_page.specific in homes


def test_there_is_nothing_else():
    assert Page.objects.filter(depth__gt=1).count() == len(LANGUAGES)
    assert set(Locale.objects.values_list("language_code", flat=True)) == set(LANGUAGES)


def test_the_tree_is_sound():
    assert not any(Page.find_problems())
