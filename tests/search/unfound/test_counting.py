"""What people look for and do not find: counted, without anything about them."""

import threading
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from directory.models import City
from search.unfound.models import UnfoundDay, UnfoundSearch
from search.unfound.noting import MOST_HELD, notes
from tests.factories import CountryFactory, LocationFactory, ServiceFactory
from tests.reading import writes

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _counting(settings):
    settings.COUNT_UNFOUND = True
    yield
    notes._take()  # noqa: SLF001 - the next test begins with nothing


def look_for(text: str, times: int = 1, language: str = "en", **parameters: str) -> None:
    for _person in range(times):
        Client().get(f"/{language}/directory/", {"q": text, **parameters}, headers={"cookie": "not=ready"})


def readable() -> list[tuple[str, int]]:
    return [(search.text, search.times) for search in UnfoundSearch.objects.readable(localdate())]


def everything_kept() -> str:
    """All columns of all rows, as somebody reads them who stole the database."""
    return str([*UnfoundSearch.objects.values_list(), *UnfoundDay.objects.values_list()])


def test_words_that_find_nothing_are_readable_from_the_third_time_on() -> None:
    look_for("barrister", 2)
    notes.flush()
    assert readable() == []
    look_for("barrister")
    notes.flush()
    assert readable() == [("barrister", 3)]


def test_the_first_and_the_second_time_the_words_are_nowhere_in_the_database() -> None:
    look_for("maryam rajabi", 2)
    notes.flush()
    assert UnfoundSearch.objects.count() == 1
    assert "maryam" not in everything_kept()


def test_times_add_up_over_days() -> None:
    with time_machine.travel("2026-03-01 12:00Z", tick=False) as clock:
        for _day in range(3):
            look_for("barrister")
            notes.flush()
            clock.shift(timedelta(days=1))
        assert readable() == [("barrister", 3)]
        assert [day.count for day in UnfoundDay.objects.all()] == [1, 1, 1]


def test_all_spellings_count_as_one() -> None:
    for spelling in ("وكيل دعاوي", "وکیل دعاوی", "وکیل  دعاوی!"):
        look_for(spelling, language="fa")
    notes.flush()
    assert readable() == [("وکیل دعاوی", 3)]


def test_each_language_and_country_is_counted_for_itself() -> None:
    look_for("barrister", 3)
    look_for("barrister", 3, language="de")
    look_for("barrister", 2, country="de")
    notes.flush()
    assert sorted(UnfoundSearch.objects.values_list("language", "country", "text")) == [
        ("de", "", "barrister"),
        ("en", "", "barrister"),
        ("en", "DE", ""),
    ]


def test_the_country_is_the_one_that_the_words_name_itself_or_by_a_city() -> None:
    ServiceFactory(country=CountryFactory(code="DE"))
    vienna = LocationFactory(country=CountryFactory(code="AT"), city=City.objects.get(slug="vienna"))
    ServiceFactory(country=vienna.country, locations=[vienna])
    look_for("barrister germany")
    look_for("barrister vienna")
    look_for("barrister vienna", country="de")
    look_for("barrister germany or austria")
    notes.flush()
    assert sorted(UnfoundSearch.objects.values_list("country", flat=True)) == ["", "AT", "DE", "DE"]


def test_programs_that_ask_for_people_count_too() -> None:
    for _person in range(3):
        Client().get("/api/v1/search", {"q": "barrister", "lang": "fr"}, headers={"cookie": "not=ready"})
    notes.flush()
    assert UnfoundSearch.objects.get().language == "fr"


def test_what_finds_something_does_not_count() -> None:
    ServiceFactory(name="Harbour office")
    look_for("harbour", 3)
    notes.flush()
    assert not UnfoundSearch.objects.exists()


def test_filters_without_words_and_further_pages_do_not_count() -> None:
    look_for("", 3, need="legal")
    look_for("barrister", 3, page="2")
    notes.flush()
    assert not UnfoundSearch.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "maryam@example.org",
        "maryam＠example",
        "0151 23456",
        "+49 (151) 234-56",
        "۰۹۱۲ ۳۴۵",
        "passport K12345678",
        "https://example.org/maryam",
        "www example org",
        "I am writing because my brother left the house on a Tuesday and nobody knows",
        "!?",
    ],
)
def test_what_may_be_a_person_s_is_never_kept(text: str) -> None:
    look_for(text, 3)
    notes.flush()
    assert not UnfoundSearch.objects.exists()


def test_short_numbers_are_no_secret() -> None:
    look_for("section 218", 3)
    notes.flush()
    assert readable() == [("section 218", 3)]


def test_asking_writes_nothing_down_itself() -> None:
    with CaptureQueriesContext(connection) as captured:
        look_for("barrister", 3)
    assert writes([query["sql"] for query in captured]) == []


def test_writing_down_happens_by_itself_in_a_thread_that_ends_with_the_process() -> None:
    look_for("barrister", 3)
    timers = [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
    assert len(timers) == 1
    assert timers[0].daemon
    notes.flush()
    timers[0].join(timeout=5)
    assert not timers[0].is_alive()


def test_a_database_that_is_away_loses_nothing_and_counts_nothing_twice() -> None:
    written = 0

    def fails_half_way(execute, sql, *rest):
        nonlocal written
        written += sql.startswith("UPDATE")
        if sql.startswith("UPDATE") and written > 1:
            raise OperationalError
        return execute(sql, *rest)

    look_for("barrister", 2)
    look_for("solicitor", 3)
    with connection.execute_wrapper(fails_half_way):
        notes.flush()
    assert not UnfoundSearch.objects.exists()
    notes.flush()
    assert readable() == [("solicitor", 3)]
    assert sorted(UnfoundDay.objects.values_list("count", flat=True)) == [2, 3]


def test_nonsense_does_not_fill_the_memory() -> None:
    for number in range(MOST_HELD + 10):
        look_for(f"nonsense {number}")
    notes.flush()
    assert UnfoundSearch.objects.count() == MOST_HELD


def test_nor_the_database(monkeypatch) -> None:
    monkeypatch.setattr("search.unfound.keeping.MOST_A_DAY", 5)
    for number in range(10):
        look_for(f"nonsense {number}")
    notes.flush()
    assert UnfoundSearch.objects.count() == 5


def test_after_ninety_days_it_is_deleted() -> None:
    with time_machine.travel("2026-03-01 12:00Z", tick=False) as clock:
        look_for("barrister", 3)
        notes.flush()
        clock.shift(timedelta(days=89))
        call_command("purge_unfound")
        assert readable() == [("barrister", 3)]
        clock.shift(timedelta(days=1))
        assert readable() == []
        call_command("purge_unfound")
        assert not UnfoundSearch.objects.exists()
        assert not UnfoundDay.objects.exists()


def test_words_that_have_become_rare_are_forgotten() -> None:
    with time_machine.travel("2026-03-01 12:00Z", tick=False) as clock:
        look_for("barrister", 2)
        notes.flush()
        clock.shift(timedelta(days=30))
        look_for("barrister")
        notes.flush()
        assert "barrister" in everything_kept()
        clock.shift(timedelta(days=60))
        call_command("purge_unfound")
        assert UnfoundSearch.objects.count() == 1
        assert "barrister" not in everything_kept()


def test_deleting_happens_by_itself_where_something_is_counted() -> None:
    with time_machine.travel("2026-03-01 12:00Z", tick=False) as clock:
        look_for("barrister", 3)
        notes.flush()
        clock.shift(timedelta(days=90))
        look_for("solicitor")
        notes.flush()
        assert UnfoundSearch.objects.count() == 1


def test_an_organisation_may_choose_not_to_count(settings) -> None:
    settings.COUNT_UNFOUND = False
    look_for("barrister", 3)
    notes.flush()
    assert not UnfoundSearch.objects.exists()
