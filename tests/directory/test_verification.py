"""When a listing has to be checked again: the country's rule, said once for one listing and for many."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from directory.enums import CheckStatus
from directory.models import Country, Service
from directory.verification import CheckDates, check_dates, check_status
from tests.factories import CountryFactory, ServiceFactory

STRICT = Country(code="DE", check_every_days=30, hide_after_days=10)
ENTERED, CHECKED, TODAY = date(2026, 1, 1), date(2026, 3, 1), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("verified_on", "country", "due_on", "hide_on"),
    [
        (CHECKED, STRICT, date(2026, 3, 31), date(2026, 4, 10)),
        (CHECKED, None, date(2026, 8, 28), date(2026, 11, 26)),
        # Never checked: due from the day it was entered, and hidden no sooner than others.
        (None, STRICT, ENTERED, date(2026, 2, 10)),
        (None, None, ENTERED, date(2026, 9, 28)),
    ],
)
def test_a_check_is_due_by_the_rule_of_the_country(
    verified_on: date | None, country: Country | None, due_on: date, hide_on: date
) -> None:
    assert check_dates(verified_on, ENTERED, country) == CheckDates(due_on, hide_on)


@pytest.mark.parametrize(
    ("due_in", "hidden_in", "status"),
    [
        (15, 100, CheckStatus.CHECKED),
        (14, 100, CheckStatus.DUE),
        (0, 100, CheckStatus.DUE),
        (-1, 100, CheckStatus.OVERDUE),
        (-1, 1, CheckStatus.OVERDUE),
        (-1, 0, CheckStatus.HIDDEN),
        (-100, -10, CheckStatus.HIDDEN),
    ],
)
def test_it_comes_due_then_is_overdue_then_hidden(due_in: int, hidden_in: int, status: CheckStatus) -> None:
    due_on, hide_on = TODAY + timedelta(days=due_in), TODAY + timedelta(days=hidden_in)
    assert check_status(due_on, hide_on, TODAY) == status


@pytest.mark.django_db
def test_the_database_divides_listings_in_the_same_way() -> None:
    today = localdate()
    for days in (15, 14, 1, 0, -1, -89, -90, -91, -200):
        listing = ServiceFactory()
        due_on = today + timedelta(days=days)
        Service.objects.filter(pk=listing.pk).update(check_due_on=due_on, hide_on=due_on + timedelta(days=90))
    by_database = {
        status: set(Service.objects.with_check_status(status).values_list("pk", flat=True))
        for status in CheckStatus
    }
    by_rule: dict[CheckStatus, set[int]] = {status: set() for status in CheckStatus}
    for listing in Service.objects.all():
        by_rule[check_status(listing.check_due_on, listing.hide_on, today)].add(listing.pk)
    assert by_database == by_rule
    assert all(by_rule.values())


@pytest.mark.django_db
def test_a_new_rule_holds_for_the_listings_of_the_country_and_no_others() -> None:
    germany, france = CountryFactory(code="DE"), CountryFactory(code="FR")
    here, elsewhere = ServiceFactory(country=germany), ServiceFactory(country=france)
    before = elsewhere.check_due_on
    germany.check_every_days, germany.hide_after_days = 7, 3
    germany.save()
    here.refresh_from_db()
    elsewhere.refresh_from_db()
    assert here.check_due_on == here.verified_on + timedelta(days=7)
    assert here.hide_on == here.verified_on + timedelta(days=10)
    assert elsewhere.check_due_on == before
