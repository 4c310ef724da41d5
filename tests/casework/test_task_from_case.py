"""A caseworker who coordinates volunteers too takes a task from a case, and nothing confidential with it."""

import logging

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from casework.models import Case
from tests.casework.desks import SECRET, browser_of, seen
from tests.casework.mailboxes import page_of
from tests.factories import CountryFactory
from tests.factories.casework import CaseFactory, caseworker
from volunteers import spoken
from volunteers.models import Coordinator, Task

pytestmark = pytest.mark.django_db
NEW_TASK = "/admin/volunteers/tasks/new/"


def coordinates(user: User, country: str) -> User:
    Coordinator.objects.create(user=user, country=CountryFactory(code=country))
    return user


@pytest.fixture
def both(german: User) -> Client:
    """A browser of a caseworker of Germany who coordinates the volunteers there."""
    return browser_of(coordinates(german, "DE"))


def offered(client: Client, case: Case) -> BeautifulSoup | None:
    return page_of(client.get(reverse("case", args=[case.pk]))).select_one(f'form[action="{NEW_TASK}"]')


def sent_from(form: BeautifulSoup, **typed: str) -> dict[str, str]:
    fields = {field["name"]: field.get("value", "") for field in form.select("input[name]")}
    fields.pop("csrfmiddlewaretoken")
    return fields | typed


def filled_in(page: BeautifulSoup) -> dict[str, str]:
    """What the form for a new task comes up with, where anything stands in it."""
    form = page.select_one(f'form[action="{NEW_TASK}"]')
    chosen = {option.find_parent("select")["name"]: option["value"] for option in form.select("[selected]")}
    typed = {field["name"]: field.get("value", "") for field in form.select("input:not([type=checkbox])")}
    written = {field["name"]: field.text.strip() for field in form.select("textarea")}
    fields = chosen | typed | written
    return {name: value for name, value in fields.items() if value and name != "csrfmiddlewaretoken"}


def test_a_task_begins_with_the_language_and_country_of_the_case(both: Client, case: Case) -> None:
    sent = sent_from(offered(both, case), city="Hamburg")
    assert sent == {"reference": case.reference, "country": "DE", "language_1": "en", "city": "Hamburg"}
    page = page_of(both.post(NEW_TASK, sent))
    assert filled_in(page) == sent
    assert not page.select(".error-message")
    assert not Task.objects.exists()


def test_the_city_is_told_only_if_the_caseworker_writes_it(both: Client) -> None:
    case = CaseFactory(search=True)
    form = offered(both, case)
    assert form.select_one("label[for=id_city]").text.strip().startswith("City, if volunteers may know it")
    assert "city" not in filled_in(page_of(both.post(NEW_TASK, sent_from(form))))


def test_nothing_of_the_case_stands_in_an_address_a_title_or_a_log(
    both: Client, case: Case, caplog: pytest.LogCaptureFixture
) -> None:
    form = offered(both, case)
    with caplog.at_level(logging.DEBUG):
        page = page_of(both.post(NEW_TASK, sent_from(form)))
    assert form["method"] == "post"
    assert "?" not in form["action"]
    assert SECRET not in str(page)
    for where in (page.title.text, page.h1.text if page.h1 else "", caplog.text):
        assert case.reference not in where
    links = [link["href"] for link in page.select("a[href]")]
    assert [link for link in links if case.reference in link or str(case.pk) in link] == []


def test_the_task_that_is_sent_keeps_the_reference(both: Client, case: Case) -> None:
    begun = sent_from(offered(both, case))
    both.post(NEW_TASK, {**begun, "skill": "accompanying", "on": localdate().isoformat()})
    task = Task.objects.get()
    assert (task.reference, task.country_id, task.facts.languages) == (case.reference, "DE", ("en",))
    assert task.details == ""


def test_only_who_coordinates_that_country_is_offered_it(case: Case) -> None:
    elsewhere = coordinates(caseworker("DE"), "FR")
    for user in (caseworker("DE"), elsewhere):
        client = browser_of(user)
        assert offered(client, case) is None
        assert f"no more than the reference {case.reference}" in seen(client, reverse("case", args=[case.pk]))


def test_whoever_only_coordinates_sees_no_case(case: Case) -> None:
    user = coordinates(User.objects.create_user("coordinator"), "DE")
    assert not seen(browser_of(user), reverse("case", args=[case.pk]))


def test_what_begins_a_task_is_only_a_beginning(both: Client) -> None:
    """Also when somebody sends something else there: nothing is saved, and nothing runs."""
    sent = {"country": "FR", "language_1": "xx", "city": "<script>alert(1)</script>", "details": "told"}
    page = page_of(both.post(NEW_TASK, sent))
    assert filled_in(page) == {"city": "<script>alert(1)</script>"}
    assert not Task.objects.exists()


def test_tasks_know_every_language_that_somebody_may_write_to_us_in() -> None:
    assert {code for code, _name in settings.LANGUAGES} <= {code for code, _name in spoken.choices("en")}
