"""A translator's way through the admin, from a page in one language to the same page in another."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from home.models import InformationPage, OfficePage
from tests.factories import pages

pytestmark = pytest.mark.django_db


def submit(administrator, page: Page, language: str) -> Translation:
    locale = Locale.objects.get(language_code=language)
    response = administrator.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [locale.pk]}
    )
    assert response.status_code == 302
    return Translation.objects.get(target_locale=locale, source__object_id=page.translation_key)


def translate(administrator, translation: Translation, words: dict[str, str]) -> None:
    for segment in StringSegment.objects.filter(source=translation.source):
        address = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
        text = segment.string.data
        response = administrator.put(
            address, f"value={words.get(text, text)}", content_type="application/x-www-form-urlencoded"
        )
        assert response.status_code == 201


@pytest.fixture
def publish(administrator, django_capture_on_commit_callbacks):
    def publish(page: Page) -> None:
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert administrator.get(address).status_code == 200
        with django_capture_on_commit_callbacks(execute=True):
            administrator.post(address, {"action": "publish"})

    return publish


def test_a_page_is_submitted_translated_and_published(administrator, publish):
    source = pages.InformationPageFactory(title="The first days", body=pages.every_block())

    translation = submit(administrator, source, "fa")
    translate(
        administrator, translation, {"The first days": "روزهای نخست", "Come and ask.": "بیایید و بپرسید."}
    )
    persian = InformationPage.objects.get(locale__language_code="fa")
    publish(persian)

    persian.refresh_from_db()
    html = administrator.get(persian.get_url()).content.decode()
    assert persian.live
    assert "<h1>روزهای نخست</h1>" in html
    assert "بیایید و بپرسید." in html
    assert 'alt="A lit window"' in html


def test_facts_that_no_language_changes_follow_the_original(administrator):
    source = pages.OfficePageFactory(title="Berlin", phone="+493023125000")

    translation = submit(administrator, source, "de")

    copy = OfficePage.objects.get(locale__language_code="de")
    assert (copy.country_id, copy.phone, copy.email) == ("DE", "+493023125000", "berlin@example.org")
    asked_for = set(
        StringSegment.objects.filter(source=translation.source).values_list("context__path", flat=True)
    )
    assert {"title", "address", "hours"} <= asked_for
    assert asked_for.isdisjoint({"phone", "email", "country"})


def test_an_alias_becomes_a_translation_when_it_is_submitted(administrator):
    source = pages.InformationPageFactory(title="The first days")
    alias = source.copy_for_translation(Locale.objects.get(language_code="fa"), alias=True)

    submit(administrator, source, "fa")

    alias.refresh_from_db()
    assert alias.alias_of is None


def test_the_texts_of_the_front_page_are_translated_into_the_front_pages_there_are(administrator, publish):
    home = pages.home_in("en")
    home.heading = "Start again"
    home.organisation_name = "House of Light"
    home.save_revision().publish()

    source, _created = TranslationSource.update_or_create_from_instance(home)
    translation = Translation.objects.create(source=source, target_locale=pages.home_in("fr").locale)
    translate(
        administrator, translation, {"Start again": "Recommencer", "House of Light": "Maison de lumière"}
    )
    publish(pages.home_in("fr"))

    html = administrator.get("/fr/").content.decode()
    assert "<h1>Recommencer</h1>" in html
    assert "Maison de lumière" in html
    assert pages.home_in("fr").get_url() == "/fr/"


def test_hidden_signs_enter_no_translation(administrator, publish):
    source = pages.InformationPageFactory(title="The first days", body=pages.every_block())
    translation = submit(administrator, source, "fa")
    translate(administrator, translation, {"Come and ask.": "Call \u202e0000"})
    publish(source.get_translation_or_none(Locale.objects.get(language_code="fa")))
    page = InformationPage.objects.get(locale__language_code="fa")
    assert "Call 0000" in str(page.body)
    assert "\u202e" not in str(page.body)
