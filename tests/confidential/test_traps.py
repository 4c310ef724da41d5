"""Safety case 8: a machine, and whoever sends a form twice, sees what a person sees, and nothing happens.

The view below takes a form in as every view of the site does.
"""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
import time_machine
from django import forms
from django.core import mail
from django.db import connections, transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client
from django.urls import path

from confidential.models import SpentToken
from confidential.receipts import receipt_for, shown
from confidential.traps import GuardedForm, Verdict, spend
from tests.confidential.letters.models import Letter
from tests.confidential.new_keys import key

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SUBJECT = "A letter"
PAGE = engines["django"].from_string(
    "<form method=post>{{ form.non_field_errors }}"
    "{% for field in form.visible_fields %}{{ field.errors }}{{ field }}{% endfor %}{{ form.guard }}</form>"
)


class WriteForm(GuardedForm, forms.ModelForm):
    class Meta:
        model = Letter
        fields = ["name", "text"]

    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if text == "bad":
            raise forms.ValidationError("Say it otherwise.")
        return text


def write(request: HttpRequest) -> HttpResponse:
    form = WriteForm(request.POST or None)
    if not form.is_valid():
        return HttpResponse(PAGE.render({"form": form}))
    with transaction.atomic():
        if form.verdict is Verdict.PERSON and spend(form.nonce):
            form.save()
            mail.send_mail(SUBJECT, "", None, ["desk@example.org"])
    return HttpResponse(f"Thank you: {shown(receipt_for(form.nonce))}")


urlpatterns = [path("write/", write)]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def token_in(page: str) -> str:
    return re.search(r'name="token" value="([^"]+)"', page)[1]


def opened_page() -> str:
    return Client().get("/write/").text


def send(token: str, **values: str) -> str:
    return Client().post("/write/", {"name": "Maryam", "text": "hello", "token": token, **values}).text


def happened() -> tuple[int, int]:
    """Rows written and letters sent."""
    return Letter.objects.count(), len(mail.outbox)


def test_what_a_person_sends_is_taken_in(clock) -> None:
    token = token_in(opened_page())
    clock.shift(4)
    assert re.fullmatch(r"Thank you: \d{4} \d{4} \d{4} \d{4}", send(token))
    assert happened() == (1, 1)
    assert Letter.objects.get().text == "hello"


def test_a_filled_trap_gets_the_same_page_and_nothing_happens(clock) -> None:
    token = token_in(opened_page())
    clock.shift(4)
    machine = send(token, topic="cheap pills")
    assert happened() == (0, 0)
    assert send(token) == machine


def test_a_form_sent_within_three_seconds_gets_the_same_page_and_nothing_happens(clock) -> None:
    token = token_in(opened_page())
    clock.shift(2.9)
    machine = send(token)
    assert happened() == (0, 0)
    clock.shift(0.1)
    assert send(token) == machine
    assert happened() == (1, 1)


def test_a_token_sent_again_gets_the_same_page_and_nothing_happens(clock) -> None:
    token = token_in(opened_page())
    clock.shift(4)
    first = send(token)
    assert [send(token), send(token, text="another text")] == [first, first]
    assert happened() == (1, 1)


def test_two_people_have_two_receipts(clock) -> None:
    tokens = [token_in(opened_page()) for _person in range(2)]
    clock.shift(4)
    assert send(tokens[0]) != send(tokens[1])
    assert happened() == (2, 2)


def test_a_token_of_yesterday_brings_the_form_back_with_all_that_was_typed(clock) -> None:
    token = token_in(opened_page())
    clock.shift(timedelta(days=1, seconds=1))
    page = send(token, text="a long story")
    assert "a long story" in page
    assert "This page was open for a long time." in page
    assert happened() == (0, 0)
    # Who sends it again at once is a person.
    assert "Thank you" in send(token_in(page), text="a long story")
    assert happened() == (1, 1)


@pytest.mark.parametrize("token", ["", "invented", "A" * 300])
def test_a_form_without_our_token_comes_back_too(token: str, clock) -> None:
    page = send(token, text="a long story")
    assert "a long story" in page
    assert happened() == (0, 0)
    clock.shift(4)
    assert "Thank you" in send(token_in(page), text="a long story")


def test_the_token_of_another_form_is_not_ours(clock) -> None:
    class OtherForm(GuardedForm):
        purpose = "other"

    token = OtherForm()["token"].value()
    clock.shift(4)
    assert "<form" in send(token)


def test_an_error_keeps_the_token_and_what_was_typed(clock) -> None:
    token = token_in(opened_page())
    clock.shift(4)
    page = send(token, text="bad")
    assert "Say it otherwise." in page
    assert token_in(page) == token
    assert "Thank you" in send(token)
    assert happened() == (1, 1)


def test_a_page_stays_good_when_a_new_key_comes(clock, settings) -> None:
    token = token_in(opened_page())
    settings.CONFIDENTIAL_KEYS = {**settings.CONFIDENTIAL_KEYS, 2: key("b")}
    clock.shift(4)
    assert "Thank you" in send(token)


def test_people_do_not_meet_the_trap() -> None:
    page = opened_page()
    assert [field.name for field in WriteForm().visible_fields()] == ["name", "text"]
    assert page.count('name="topic"') == 1
    [trap] = re.findall(r'<div class="trap" aria-hidden="true">.*?</div>', page, re.DOTALL)
    assert 'tabindex="-1"' in trap
    assert 'autocomplete="off"' in trap
    assert "Leave this empty" in trap


def test_steps_of_one_form_hand_on_their_token(clock) -> None:
    class First(GuardedForm):
        purpose = "two steps"

    class Second(GuardedForm):
        purpose = "two steps"

    first = First({"token": First()["token"].value()})
    clock.shift(4)
    assert first.is_valid()
    second = Second(initial={"token": first.cleaned_data["token"]})
    sent = Second({"token": second["token"].value()})
    assert sent.is_valid()
    assert sent.verdict is Verdict.PERSON
    assert sent.nonce == first.nonce


def test_nothing_that_is_kept_of_a_token_leads_to_its_receipt(clock) -> None:
    spend("nonce")
    row = SpentToken.objects.get()
    assert "nonce" not in row.key
    assert row.expires_at - datetime.now(UTC) == timedelta(days=2)
    assert not SpentToken.objects.expired(row.expires_at - timedelta(seconds=1)).exists()
    assert SpentToken.objects.expired(row.expires_at).exists()


def test_what_was_not_committed_was_not_spent() -> None:
    with transaction.atomic():
        assert spend("nonce")
        transaction.set_rollback(True)
    assert spend("nonce")
    assert not spend("nonce")


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql
def test_of_many_double_clicks_at_once_exactly_one_counts(clock) -> None:
    people = 20
    together = Barrier(people)

    def click(_number: int) -> bool:
        try:
            together.wait()
            with transaction.atomic():
                return spend("nonce")
        finally:
            connections.close_all()

    for _round in range(10):
        SpentToken.objects.all().delete()
        with ThreadPoolExecutor(people) as pool:
            assert sum(pool.map(click, range(people))) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql
def test_a_double_click_waits_for_the_first_and_takes_over_if_that_fails() -> None:
    spent, undone = Barrier(2), Barrier(2)

    def first() -> None:
        try:
            with transaction.atomic():
                assert spend("nonce")
                spent.wait()
                transaction.set_rollback(True)
                undone.wait()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        failing = pool.submit(first)
        spent.wait()
        undone.wait()
        with transaction.atomic():
            assert spend("nonce")
        failing.result()
