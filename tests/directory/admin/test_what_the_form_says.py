"""Mistakes are told in the editor's own language, each beside its field; nothing that was typed is lost."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.utils.timezone import localdate
from wagtail.users.models import UserProfile

from directory.models import Location, Organization, Service
from tests.directory.admin.forms import added_row, filled
from tests.directory.admin.test_pages_open import address
from tests.factories import LocationFactory, OrganizationFactory
from tests.reading import words

pytestmark = pytest.mark.django_db
WEBSITE = {
    "fa": "نشانی وب‌سایت با https:// یا http:// شروع می‌شود، مانند https://example.org.",
    "ar": "يبدأ عنوان الموقع بـ https:// أو http://، مثل https://example.org.",
    "en": "A website begins with https:// or http://, like https://example.org.",
    "fr": "Un site web commence par https:// ou http://, comme https://example.org.",
    "de": "Eine Website beginnt mit https:// oder http://, wie https://example.org.",
}
LISTING = {
    "country": {
        "de": "Wählen Sie das Land oder kreuzen Sie „für alle Länder“ an.",
        "fa": "کشور را انتخاب کنید یا «برای همه کشورها» را علامت بزنید.",
    },
    "verified_on": {"de": "Dieses Datum liegt in der Zukunft.", "fa": "این تاریخ در آینده است."},
    "schedules-1-closes_at": {
        "de": "Der Schluss liegt vor der Öffnung. Schließt es nach Mitternacht, kreuzen Sie das an.",
        "fa": "ساعت بستن پیش از باز شدن است. اگر بعد از نیمه‌شب می‌بندد، آن را علامت بزنید.",
    },
    "contacts-1-value": {
        "de": "„hello“ kann kein Telefon wählen. Schreiben Sie die Nummer so: +49 30 1234567.",
        "fa": "«hello» شماره‌ای نیست که بشود گرفت. این‌طور بنویسید: +49 30 1234567.",
    },
    "contacts-0-value": WEBSITE,
}
PLACE = {
    "latitude": {
        "de": "Dieser Wert muss kleiner oder gleich 90 sein.",
        "fa": "مطمئن شوید این مقدار کوچکتر و یا مساوی 90 است.",
    },
    "longitude": {
        "de": "Dieser Wert muss größer oder gleich -180 sein.",
        "fa": "مطمئن شوید این مقدار بزرگتر و یا مساوی -180 است.",
    },
}


@pytest.fixture(params=["de", "fa"])
def language(request: pytest.FixtureRequest, editor: Client) -> str:
    UserProfile.objects.create(user=User.objects.get(), preferred_language=request.param)
    return request.param


def told(answer: HttpResponse) -> dict[str, str]:
    """By the name of a field, what stands beside it."""
    page = BeautifulSoup(answer.content, "html.parser")
    marks = page.select(".w-field .error-message")
    return {mark.find_parent(class_="w-field").select_one("[name]")["name"]: words(mark) for mark in marks}


def lost(answer: HttpResponse, sent: dict[str, object]) -> dict[str, object]:
    """What was sent, and would not be sent again with the next press."""
    kept = filled(answer)
    fields = (name for name in sent if name != "csrfmiddlewaretoken")
    return {name: sent[name] for name in fields if kept.get(name) not in (sent[name], [str(sent[name])])}


def test_of_a_listing(editor: Client, language: str, listing: Service) -> None:
    url = address(Service, "edit", listing.pk)
    page = editor.get(url)
    sent = filled(
        page,
        name="Written with care",
        country="",
        verified_on=str(localdate() + timedelta(days=1)),
        contacts__0__kind="website",
        contacts__0__value="ftp://example.org",
    )
    sent |= added_row(page, "schedules", weekday=1, opens_at="17:00", closes_at="09:00")
    sent |= added_row(page, "contacts", kind="phone", value="hello")
    answer = editor.post(url, sent)
    assert told(answer) == {field: message[language] for field, message in LISTING.items()}
    assert lost(answer, sent) == {}


def test_of_a_place(editor: Client, language: str) -> None:
    url = address(Location, "edit", LocationFactory().pk)
    sent = filled(editor.get(url), name="Kept", latitude="91", longitude="-181")
    answer = editor.post(url, sent)
    assert told(answer) == {field: message[language] for field, message in PLACE.items()}
    assert lost(answer, sent) == {}


@pytest.mark.parametrize("language", WEBSITE)
def test_of_an_organization(editor: Client, language: str) -> None:
    UserProfile.objects.create(user=User.objects.get(), preferred_language=language)
    url = address(Organization, "edit", OrganizationFactory().pk)
    sent = filled(editor.get(url), name="Kept", website="javascript:alert(1)")
    answer = editor.post(url, sent)
    assert told(answer) == {"website": WEBSITE[language]}
    assert lost(answer, sent) == {}
