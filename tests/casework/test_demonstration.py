"""The demonstration's letters: something to try the desk with, and nobody's door."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from casework.appointing import appoint
from casework.demo.load import COUNTRY, load_cases
from casework.matching import possible_matches
from casework.models import Case, Caseworker
from tests.casework.desks import browser_of, seen
from tests.factories import CountryFactory
from tests.factories.casework import CaseFactory, caseworker


@pytest.fixture
def told(db) -> list[tuple[str, int]]:
    CountryFactory(code=COUNTRY)
    CountryFactory(code="FR")
    told: list[tuple[str, int]] = []
    load_cases(lambda what, added: told.append((what, added)))
    return told


def test_the_forms_can_be_tried_in_every_country(told, client: Client) -> None:
    assert set(Caseworker.objects.values_list("country", flat=True)) == {"DE", "FR"}
    assert "<form" in seen(client, reverse("ask_for_help"))


def test_whoever_is_appointed_sees_every_kind_of_case_and_two_that_may_belong_together(
    told, admin_user: User
) -> None:
    appoint(admin_user, COUNTRY, ["fa", "en"], by=admin_user)
    [match] = possible_matches(admin_user)
    assert match.search.told["name"] == "کیان رستگار"
    assert match.registration.told["name"] == "Kian Rastegar"
    assert str(match.search.pk) in seen(browser_of(admin_user), reverse("case_matches"))
    assert set(Case.objects.values_list("kind", flat=True)) == {"help", "search", "registration"}
    assert set(Case.objects.values_list("status", flat=True)) == {"new", "ours", "theirs"}


def test_nobody_can_log_in_as_its_caseworkers(told) -> None:
    assert told == [("Cases", Case.objects.count())]
    assert not any(user.has_usable_password() for user in User.objects.filter(username__startswith="demo-"))


@pytest.mark.parametrize("there", [CaseFactory, caseworker])
def test_where_anybody_writes_or_answers_already_it_adds_nothing(db, there) -> None:
    CountryFactory(code=COUNTRY)
    there()
    cases, workers = Case.objects.count(), Caseworker.objects.count()
    load_cases(lambda _what, added: None if added == 0 else pytest.fail("it added something"))
    assert (Case.objects.count(), Caseworker.objects.count()) == (cases, workers)
