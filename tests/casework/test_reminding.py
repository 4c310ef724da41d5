"""Once a day caseworkers hear that something waits for them, and nothing of what."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils.timezone import now

from casework import reminding
from casework.enums import Status
from casework.models import AccessRequest, Caseworker
from tests.factories.casework import CaseFactory, caseworker
from tests.volunteers.post import letters

pytestmark = pytest.mark.django_db
LONG_AGO = now() - timedelta(days=4)


def somebody(country: str) -> User:
    user = caseworker(country)
    user.email = f"{user.username}@example.org"
    user.save()
    return user


@pytest.fixture
def anna() -> User:
    return somebody("DE")


@pytest.fixture
def boris() -> User:
    return somebody("DE")


def who_hears() -> set[str]:
    reminding.remind(now())
    heard = [letter.to for letter in letters()]
    assert len(heard) == len(set(heard)), "one letter to each"
    return set(heard)


def test_the_letter_says_nothing_of_what_waits(anna: User) -> None:
    for told in ("first", "second"):
        CaseFactory(told={"text": told})
    assert who_hears() == {anna.email}
    letter = letters()[0]
    assert letter.subject == "A message for you"
    words, address = letter.body.split("\n\n")
    assert words == "Something waits for you at the desk:"
    assert address.endswith("/admin/")


def test_a_new_case_that_nobody_took_waits_for_everybody_of_its_country(anna: User, boris: User) -> None:
    somebody("FR")
    CaseFactory()
    assert who_hears() == {anna.email, boris.email}


@pytest.mark.parametrize("status", [Status.NEW, Status.OURS])
def test_an_overdue_case_waits_for_whoever_took_it(anna: User, boris: User, status: Status) -> None:
    CaseFactory(status=status, status_since=LONG_AGO, assigned_to=anna)
    assert who_hears() == {anna.email}


@pytest.mark.parametrize(
    "leave",
    [
        lambda user: Caseworker.objects.filter(user=user).delete(),
        lambda user: User.objects.filter(pk=user.pk).update(is_active=False),
    ],
    ids=["dismissed", "locked out"],
)
def test_an_overdue_case_of_somebody_who_left_waits_for_everybody(
    anna: User, boris: User, leave: Callable[[User], object]
) -> None:
    CaseFactory(status=Status.OURS, status_since=LONG_AGO, assigned_to=anna)
    leave(anna)
    assert who_hears() == {boris.email}


@pytest.mark.parametrize(
    "stands",
    [
        {"status": Status.OURS},
        {"status": Status.THEIRS, "status_since": LONG_AGO},
        {"status": Status.CLOSED, "status_since": LONG_AGO},
    ],
    ids=["within its time", "waiting for them", "closed"],
)
def test_nobody_hears_of_what_does_not_wait(anna: User, stands: dict[str, object]) -> None:
    CaseFactory(assigned_to=anna, **stands)
    assert who_hears() == set()


def test_a_request_to_open_waits_for_whoever_may_allow_it(anna: User) -> None:
    case = CaseFactory(status=Status.THEIRS)
    AccessRequest.objects.create(case=case, asked_by=somebody("FR"), reason="His sister wrote to us.")
    assert who_hears() == {anna.email}


def test_whoever_left_or_gave_no_address_gets_none(anna: User, boris: User) -> None:
    User.objects.filter(pk=anna.pk).update(is_active=False)
    User.objects.filter(pk=boris.pk).update(email="")
    CaseFactory()
    assert who_hears() == set()


def test_reminding_happens_once_a_day(anna: User) -> None:
    CaseFactory()
    for _time in range(2):
        assert reminding.remind_once_a_day() == timedelta(hours=1)
    assert len(letters()) == 1
