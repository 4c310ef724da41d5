"""Guessing passwords leads nowhere, and locks nobody out."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from confidential.models import Attempt
from home.login import PERIOD, WRONG_FOR_ALL, WRONG_FOR_ONE

pytestmark = pytest.mark.django_db
PASSWORD = "the right one"


@pytest.fixture(autouse=True)
def owner() -> User:
    return User.objects.create_superuser("owner", password=PASSWORD)


def log_in(password: str, *, name: str = "owner", address: str = "203.0.113.1") -> bool:
    client = Client(REMOTE_ADDR=address)
    client.post(reverse("wagtailadmin_login"), {"username": name, "password": password})
    return "_auth_user_id" in client.session


def guess(times: int, **whom: str) -> None:
    for number in range(times):
        assert not log_in(f"guess {number}", **whom)


def test_after_ten_wrong_passwords_the_right_one_is_refused_too() -> None:
    guess(WRONG_FOR_ONE - 1)
    assert log_in(PASSWORD)
    guess(1)
    assert not log_in(PASSWORD)


def test_the_page_says_why_and_how_long() -> None:
    guess(WRONG_FOR_ONE)
    answer = Client(REMOTE_ADDR="203.0.113.1").post(
        reverse("wagtailadmin_login"), {"username": "owner", "password": PASSWORD}
    )
    assert "wait a quarter of an hour" in answer.content.decode()


def test_the_owner_gets_in_from_another_address() -> None:
    guess(WRONG_FOR_ONE + 1)
    assert log_in(PASSWORD, address="198.51.100.7")


def test_a_colleague_gets_in_from_the_same_address() -> None:
    User.objects.create_superuser("colleague", password=PASSWORD)
    guess(WRONG_FOR_ONE)
    assert log_in(PASSWORD, name="colleague")


def test_trying_one_password_on_many_accounts_is_stopped_too() -> None:
    for number in range(WRONG_FOR_ALL):
        assert not log_in("summer2026", name=f"somebody {number}")
    assert not log_in(PASSWORD)


def test_writing_the_name_otherwise_is_no_new_account() -> None:
    guess(WRONG_FOR_ONE, name="OWNER")
    assert not log_in(PASSWORD)


def test_it_is_over_after_a_while() -> None:
    guess(WRONG_FOR_ONE)
    with time_machine.travel(timezone.now() + PERIOD + timedelta(seconds=1)):
        assert log_in(PASSWORD)


def test_who_it_was_is_not_kept() -> None:
    guess(1)
    kept = repr(list(Attempt.objects.values()))
    assert "203.0.113" not in kept
    assert "owner" not in kept
