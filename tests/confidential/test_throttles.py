"""So many tries of one source in a period, counted without keeping who it is."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connections
from django.http import HttpRequest
from django.test import RequestFactory

from confidential.models import Attempt
from confidential.throttles import allow, guess_allowed, guess_was_right, source

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
YEAR = timedelta(days=365.25)


pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def request_from(address: str = "192.0.2.1", **headers: str) -> HttpRequest:
    return RequestFactory().post("/", headers=headers, REMOTE_ADDR=address)


def tries(count: int, request: HttpRequest | None = None, purpose: str = "message") -> list[bool]:
    return [allow(purpose, request or request_from(), limit=3, period=HOUR) for _try in range(count)]


def test_after_the_last_one_comes_none() -> None:
    assert tries(5) == [True, True, True, False, False]


def test_another_source_and_another_purpose_count_for_themselves() -> None:
    tries(5)
    assert tries(1, request_from("192.0.2.2")) == [True]
    assert tries(1, purpose="search") == [True]


def test_in_the_next_period_one_may_again(clock) -> None:
    tries(5)
    clock.shift(HOUR)
    assert tries(1) == [True]


def test_no_row_says_who_tried_what() -> None:
    tries(2)
    row = Attempt.objects.values().get()
    assert "192.0.2" not in str(row)
    assert "message" not in str(row)
    assert len(row["key"]) == 64


def test_the_same_source_is_another_one_tomorrow(clock) -> None:
    tries(1)
    clock.shift(timedelta(days=1))
    tries(1)
    keys = [attempt.key for attempt in Attempt.objects.all()]
    assert len(set(keys)) == 2


def test_what_is_over_can_be_purged() -> None:
    tries(2)
    assert not Attempt.objects.expired(NOON + HOUR - timedelta(seconds=1)).exists()
    assert Attempt.objects.expired(NOON + HOUR).count() == 1


def test_ten_wrong_ones_an_hour_and_no_more() -> None:
    assert [guess_allowed(request_from()) for _guess in range(12)] == [True] * 10 + [False] * 2


def test_who_knows_the_code_may_come_as_often_as_they_like() -> None:
    for _visit in range(30):
        assert guess_allowed(request_from())
        guess_was_right(request_from())


def test_a_code_of_one_s_own_does_not_make_room_for_guesses() -> None:
    wrong = 0
    for _round in range(20):
        wrong += guess_allowed(request_from())
        if guess_allowed(request_from()):
            guess_was_right(request_from())
    assert wrong == 10


def test_a_right_one_that_was_counted_an_hour_ago_gives_nothing_back(clock) -> None:
    guess_allowed(request_from())
    clock.shift(HOUR)
    guess_was_right(request_from())
    assert [guess_allowed(request_from()) for _guess in range(11)] == [True] * 10 + [False]


def test_a_million_guesses_take_more_than_eleven_years(clock) -> None:
    """A guesser who never sleeps, over two days with a clock that moves a minute for each try."""
    hours = 48
    guessed = 0
    for _minute in range(hours * 60):
        guessed += guess_allowed(request_from())
        clock.shift(timedelta(minutes=1))
    assert guessed == hours * 10
    assert 1_000_000 / guessed * timedelta(hours=hours) > 11 * YEAR


def test_it_is_the_address_the_server_sees() -> None:
    assert source(request_from("192.0.2.7", x_forwarded_for="203.0.113.5")) == "192.0.2.7"


@pytest.mark.parametrize(
    ("forwarded", "wanted"),
    [
        ("203.0.113.5", "203.0.113.5"),
        ("198.51.100.1, 10.0.0.1,203.0.113.5", "203.0.113.5"),
        ("203.0.113.5, invented", ""),
        ("", ""),
    ],
)
def test_behind_a_proxy_it_is_the_last_one_the_proxy_names(forwarded: str, wanted: str, settings) -> None:
    settings.BEHIND_PROXY = True
    assert source(request_from("127.0.0.1", x_forwarded_for=forwarded)) == wanted


def test_a_proxy_that_names_nobody_is_the_source_itself(settings) -> None:
    settings.BEHIND_PROXY = True
    assert source(request_from("127.0.0.1")) == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", ""),
    ],
)
def test_one_household_is_one_source(address: str, wanted: str) -> None:
    assert source(request_from(address)) == wanted


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_each_counted() -> None:
    def one_try(_number: int) -> bool:
        try:
            return allow("message", request_from(), limit=25, period=timedelta(days=1))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(10) as people:
        assert sum(people.map(one_try, range(100))) == 25
    assert Attempt.objects.get().count == 100
