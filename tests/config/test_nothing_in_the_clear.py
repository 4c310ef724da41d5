"""Names, numbers and addresses, more than fifty, through every form of ours: none lies in the clear."""

import json
import logging
import unicodedata
from base64 import b64encode
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now

from casework.models import Attachment, Case, Introduction
from confidential.post import send_due
from tests.casework.mailboxes import Mailbox, filled_in, page_of
from tests.every_row import every_row
from tests.factories.casework import caseworker
from tests.factories.volunteers import CoordinatorUserFactory
from tests.planted import Planted, found
from tests.volunteers import form
from tests.volunteers.post import last_letter
from volunteers.enums import Status
from volunteers.models import Ask, Task, Volunteer

pytestmark = pytest.mark.django_db(transaction=True)
DESK = "/admin/volunteers/"


@pytest.fixture
def planted() -> Planted:
    return Planted()


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    with caplog.at_level(logging.DEBUG):
        yield caplog


def base64_of(value: str) -> str:
    return b64encode(f"a{value}bc".encode()).decode()


def turned(value: str) -> str:
    return unicodedata.normalize("NFD", value)


def write_to_us(form: str, **told: str) -> tuple[str, Mailbox]:
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    with time_machine.travel(now() - timedelta(minutes=2)):
        page = page_of(browser.get(f"/en/contact/{form}/"))
    sent = page_of(browser.post(f"/en/contact/{form}/", filled_in(page, country="DE", **told)))
    code = sent.select_one(".receipt").text
    return code, Mailbox(code)


def people_write_to_us(planted: Planted, worker: User) -> dict[str, Mailbox]:
    name = planted.name()

    def of_the_missing() -> dict[str, str]:
        """Both sides tell it; only the name is the same."""
        others = f"{planted.name()}\n{planted.persian()}"
        return {"name": name, "other_names": others, "born": "1985", "place": planted.address()}

    _code, help_ = write_to_us("help", text=f"{planted.address()} {planted.phone()}", own_name=planted.name())
    _code, search = write_to_us(
        "look",
        **of_the_missing(),
        own_name=planted.persian(),
        relation=planted.name(),
        text=f"{planted.email()} {planted.phone()}",
    )
    _code, registration = write_to_us(
        "found",
        **of_the_missing(),
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


def somebody_signs_up(planted: Planted) -> Client:
    """And confirms, comes back, and changes all of it."""
    browser, told = Client(), told_by_a_volunteer(planted)
    parts = form.filled_in(**told)
    with time_machine.travel(now() - timedelta(minutes=2)):
        page = form.go_to(browser, 3, parts)
    form.send(page, browser, parts[3])
    browser.post(last_letter().link)
    with time_machine.travel(now() - timedelta(minutes=2)):
        token = form.hidden(browser.get("/en/volunteer/way-in/"))["token"]
    browser.post("/en/volunteer/way-in/", {"token": token, "email": told["email"]})
    browser.post(last_letter().link)
    for part, typed in zip(("about", "abilities", "times", "references"), form.PARTS, strict=True):
        again = told_by_a_volunteer(planted)
        browser.post(f"/en/volunteer/own/change/{part}/", {**typed, "credential": planted.name(), **again})
    browser.post(last_letter().link)
    assert Volunteer.objects.get().profile.email in planted.values
    return browser


def told_by_a_volunteer(planted: Planted) -> dict[str, str]:
    return {
        "name": planted.persian(),
        "email": planted.email(),
        "phone": planted.phone(),
        "reach": planted.address(),
        "city": planted.name(),
        "limits": planted.name(),
        "references": f"{planted.persian()} {planted.phone()}",
    }


def the_desk_gets_to_know_and_asks_them(planted: Planted, browser: Client) -> None:
    desk, volunteer = Client(), Volunteer.objects.get()
    desk.force_login(CoordinatorUserFactory())
    sheet = f"{DESK}sheet/{volunteer.pk}/"
    desk.post(f"{sheet}step/", {"event": "take_up"})
    desk.post(f"{sheet}check/", {"check-kind": "ties", "check-text": planted.name()})
    desk.post(f"{sheet}note/", {"note-text": f"{planted.persian()} {planted.email()}"})
    Volunteer.objects.update(status=Status.ACTIVE)
    day = {"country": "DE", "skill": "listening", "on": localdate().isoformat(), "from_afar": "on"}
    secret = {"details": f"{planted.name()} {planted.phone()}", "reference": planted.name()}
    desk.post(f"{DESK}tasks/new/", {**day, **secret})
    task = f"{DESK}tasks/{Task.objects.get().pk}/"
    desk.post(f"{task}ask/", {"volunteer": str(volunteer.pk)})
    browser.post("/en/volunteer/own/answer/", {"ask": str(Ask.objects.get().pk), "answer": "yes"})
    desk.post(f"{task}act/", {"action": "choose"})
    browser.post("/en/volunteer/own/hours/", {"ask": str(Ask.objects.get().pk), "hours": "2"})
    assert Ask.objects.get().hours == "2"
    for page in (sheet, task, DESK):
        assert desk.get(page).status_code == 200
    assert browser.get("/en/volunteer/own/data/").status_code == 200


def places(logged: pytest.LogCaptureFixture) -> dict[str, bytes]:
    """Wherever the site writes, as bytes; sessions are unpacked."""
    media = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    ledger = [path for path in [Path(settings.ERASURE_LEDGER)] if path.exists()]
    kept = getattr(cache, "_cache", {})
    return {
        **files_of_the_database(),
        **letters_and_log(logged),
        "rows": b"\n".join(row for table, row in every_row() if "city" not in table),
        "sessions": str([session.get_decoded() for session in Session.objects.all()]).encode(),
        "media": b"".join(path.read_bytes() for path in [*media, *ledger]),
        "cache": b"".join(key.encode() + bytes(value) for key, value in kept.items()),
    }


def letters_and_log(logged: pytest.LogCaptureFixture) -> dict[str, bytes]:
    """Letters have to say to whom they go, and nothing else."""
    letters = [letter.message() for letter in mail.outbox]
    for letter in letters:
        del letter["To"]
    texts = [letter.as_bytes() + letter.get_payload(decode=True) for letter in letters]
    return {"mail": b"".join(texts), "log": logged.text.encode()}


def files_of_the_database() -> dict[str, bytes]:
    """Those of SQLite lie beside the test, with what was deleted."""
    if connection.vendor != "sqlite":
        return {}
    database = str(connection.settings_dict["NAME"])
    files = [Path(database + end) for end in ("", "-wal")]
    return {"files": b"".join(path.read_bytes() for path in files if path.exists())}


def test_nothing_that_anybody_told_us_lies_anywhere_in_the_clear(
    planted: Planted, logged: pytest.LogCaptureFixture
) -> None:
    CoordinatorUserFactory()
    worker = caseworker("DE")
    mailboxes = people_write_to_us(planted, worker)
    they_meet_and_write(planted, worker, mailboxes)
    the_desk_gets_to_know_and_asks_them(planted, somebody_signs_up(planted))
    assert len(set(planted.values)) >= 50
    written = places(logged)
    assert b"casework_case" in written.get("files", b"casework_case"), "the files are those of this test"
    assert Case.objects.first().receipt.encode() in written["rows"]
    assert found(written) == set()
    assert send_due() == len(mail.outbox) > 0
    assert found(letters_and_log(logged)) == set()


@pytest.mark.parametrize("written", [str, quote, json.dumps, ascii, base64_of, turned])
def test_a_value_is_found_however_it_is_written(planted: Planted, written: Callable[[str], str]) -> None:
    for value in (planted.persian(), planted.name(), planted.phone(), planted.email(), planted.address()):
        [(where, mark)] = found({"here": f"before {written(value)} after".encode()})
        assert where == "here"
        assert mark in value
