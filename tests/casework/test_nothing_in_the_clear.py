"""Fifty planted names, numbers and addresses through every form of casework: none lies in the clear."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from casework.models import Attachment, Case, Introduction
from confidential.receipts import fingerprint
from tests.casework.mailboxes import Mailbox, filled_in, page_of
from tests.factories.casework import caseworker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]


class Planted:
    """Each value is one of its kind, and long enough to be found by chance nowhere."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self.number = count(1)

    def name(self) -> str:
        return self._keep(f"Zarrinkub{self.letters()} Mehrabani{self.letters()}")

    def persian(self) -> str:
        return self._keep(
            f"زرین‌کوب {'ابپتثجچحخد'[next(self.number) % 10]}مهرابانیان{'آهو' * 2}{next(self.number)}"
        )

    def phone(self) -> str:
        return self._keep(f"+49 1590 {7_000_000 + next(self.number) * 137}")

    def address(self) -> str:
        return self._keep(f"Quittenweg{self.letters()} {next(self.number)}, Hinterhaus")

    def email(self) -> str:
        return self._keep(f"planted-{next(self.number)}@nowhere-at-all.example")

    def letters(self) -> str:
        return "".join(chr(97 + int(digit)) for digit in f"{next(self.number):03}")

    def _keep(self, value: str) -> str:
        self.values.append(value)
        return value

    @property
    def all(self) -> set[str]:
        return set(self.values)


@pytest.fixture
def planted() -> Planted:
    return Planted()


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def write_to_us(form: str, **told: str) -> tuple[str, Mailbox]:
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    with time_machine.travel(now() - timedelta(minutes=2)):
        page = page_of(browser.get(f"/en/contact/{form}/"))
    sent = page_of(browser.post(f"/en/contact/{form}/", filled_in(page, country="DE", **told)))
    code = sent.select_one(".receipt").text
    return code, Mailbox(code)


def everything_is_filled_in(planted: Planted, worker: User) -> dict[str, Mailbox]:
    name = planted.name()
    _code, help_ = write_to_us("help", text=f"{planted.address()} {planted.phone()}", own_name=planted.name())
    _code, search = write_to_us(
        "look",
        name=name,
        other_names=f"{planted.name()}\n{planted.persian()}",
        born="1985",
        place=planted.address(),
        own_name=planted.persian(),
        relation=planted.name(),
        text=f"{planted.email()} {planted.phone()}",
    )
    _code, registration = write_to_us(
        "found",
        name=name,
        other_names=f"{planted.name()}\n{planted.persian()}",
        born="1985",
        place=planted.address(),
        wanted=planted.name(),
        unwanted=planted.name(),
        text=f"{planted.email()} {planted.address()}",
    )
    desk = Client()
    desk.force_login(worker)
    for mailbox in (help_, search, registration):
        file = SimpleUploadedFile(f"{planted.name()}.txt", planted.address().encode(), "text/plain")
        mailbox.do("write/", text=f"{planted.phone()} {planted.email()}", file=file)
        shares = {
            "share_name": planted.name(),
            "share_contact": planted.phone(),
            "share_words": planted.persian(),
        }
        if mailbox is not help_:
            mailbox.look().do("answer/", answer="yes", **shares)
    told = {"text": planted.address(), "own_name": planted.name(), "save": "1"}
    help_.do("change/", **told)
    for case in Case.objects.all():
        file = SimpleUploadedFile(f"{planted.name()}.txt", planted.phone().encode(), "text/plain")
        desk.post(reverse("case_write", args=[case.pk]), {"text": planted.name(), "once": "1", "file": file})
        desk.post(reverse("case_hand_over", args=[case.pk]), {"to": worker.pk, "note": planted.name()})
        desk.get(reverse("case", args=[case.pk]))
        fetched = Attachment.objects.filter(message__case=case).first()
        desk.post(reverse("case_file", args=[case.pk]), {"file": fetched.pk})
    desk.post(reverse("case_find"), {"name": name})
    stranger = Client()
    stranger.force_login(caseworker("FR"))
    key = Case.objects.first().pk
    stranger.post(reverse("case_ask", args=[key]), {"reason": f"{planted.name()} {planted.phone()}"})
    return {"search": search, "registration": registration}


def they_meet_and_write(planted: Planted, worker: User, mailboxes: dict[str, Mailbox]) -> None:
    second = caseworker("DE")
    search, registration = (Case.objects.get(kind=kind) for kind in mailboxes)
    for user, steps in ((worker, ["ask", "approve"]), (second, ["approve"])):
        desk = Client()
        desk.force_login(user)
        desk.post(reverse("case_propose", args=[search.pk, registration.pk]))
        pair = reverse("case_pair", args=[Introduction.objects.get().pk])
        for step in steps:
            desk.get(pair)
            desk.post(f"{pair}step/", {"step": step})
    for mailbox in mailboxes.values():
        mailbox.look().do("them/", words=planted.persian(), introduction=str(Introduction.objects.get().pk))
        assert "You both said yes" in mailbox.text()


def places(logged: pytest.LogCaptureFixture) -> dict[str, bytes]:
    """Wherever the site writes, as bytes."""
    database = str(connection.settings_dict["NAME"])
    files = [Path(database + end) for end in ("", "-wal")]
    media = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    letters = [letter.message().as_string() for letter in mail.outbox]
    return {
        "database": b"".join(path.read_bytes() for path in files if path.exists()),
        "media": b"".join(path.read_bytes() for path in media),
        "ledger": Path(settings.ERASURE_LEDGER).read_bytes()
        if Path(settings.ERASURE_LEDGER).exists()
        else b"",
        "cache": repr(getattr(cache, "_cache", "")).encode(),
        "log": logged.text.encode(),
        "mail": "\n".join(letters).encode(),
    }


def test_nothing_that_anybody_told_us_lies_anywhere_in_the_clear(
    planted: Planted, logged: pytest.LogCaptureFixture
) -> None:
    worker = caseworker("DE")
    mailboxes = everything_is_filled_in(planted, worker)
    they_meet_and_write(planted, worker, mailboxes)
    assert len(planted.all) >= 50
    assert Case.objects.filter(receipt=fingerprint("0")).count() == 0
    written = places(logged)
    assert Case._meta.db_table.encode() in written["database"], "the database that was read is the right one"
    found = {
        (where, value)
        for where, content in written.items()
        for value in planted.all
        if value.encode() in content or value.encode("utf-16-le") in content
    }
    assert found == set()
