"""A country may leave the directory while people wait for an answer there: nothing of theirs depends on it.

So nothing has to keep the country, and no editor learns from a refusal that somebody wrote to us.
"""

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from casework.models import Caseworker
from directory.models import Country
from tests.casework.desks import SECRET, browser_of, seen
from tests.casework.mailboxes import Mailbox, page_of
from tests.directory.admin.test_pages_open import address
from tests.factories import CountryFactory
from tests.factories.casework import CaseFactory, caseworker

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    return browser_of(User.objects.create_superuser("root"))


def delete_germany(editor: Client) -> None:
    CountryFactory(code="DE")
    editor.post(address(Country, "delete", "DE"))
    assert not Country.objects.exists()


def test_the_page_that_asks_is_the_same_with_cases_and_without(editor: Client) -> None:
    CountryFactory(code="DE")
    without = main_of(editor.get(address(Country, "delete", "DE")))
    CaseFactory(country="DE")
    caseworker("DE")
    assert main_of(editor.get(address(Country, "delete", "DE"))) == without
    assert "Yes, delete" in without


def main_of(response: HttpResponse) -> str:
    return page_of(response).select_one("main").get_text(" ", strip=True)


def test_a_case_outlasts_its_country_at_the_desk_and_in_its_mailbox(editor: Client) -> None:
    case = CaseFactory(code="4" * 16, country="DE", told={"text": SECRET, "own_name": ""})
    desk = browser_of(caseworker("DE"))
    delete_germany(editor)
    assert SECRET in seen(desk, reverse("case", args=[case.pk]))
    desk.post(reverse("case_write", args=[case.pk]), {"text": "We are here.", "once": "1"})
    assert "We are here." in Mailbox("4" * 16).text()


def test_its_team_is_still_offered_and_can_have_new_colleagues(editor: Client) -> None:
    former = Caseworker.objects.get(user=caseworker("DE"))
    delete_germany(editor)
    assert '<option value="DE">Germany</option>' in Client().get("/en/contact/help/").text
    editor.post(reverse("caseworker_dismiss", args=[former.pk]))
    editor.post(reverse("caseworkers"), {"username": "root", "country": "DE", "languages": "fa"})
    assert Caseworker.objects.get().country == "DE"
