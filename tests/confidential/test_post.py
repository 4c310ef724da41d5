"""Letters leave once, soon, and say no more than they must; nobody waits for them."""

import logging
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email import message_from_string
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from confidential import post
from confidential.models import QueuedLetter
from tests.confidential.mail_server import Heard, mail_server
from tests.running_site import free_port

pytestmark = pytest.mark.django_db
MARYAM = "maryam@example.org"


@pytest.fixture
def server(settings) -> Iterator[Heard]:
    with mail_server() as heard:
        settings.MAIL_SERVER = server_at(heard.port)
        yield heard


def server_at(port: int) -> dict[str, object]:
    return {
        "host": "127.0.0.1",
        "port": port,
        "username": "",
        "password": "",
        "use_tls": False,
        "use_ssl": False,
    }


def write(to: str = MARYAM, **changed: str) -> QueuedLetter:
    post.send(
        **{"to": to, "subject": "A message for you", "body": "سلام\nHello", "language": "fa", **changed}
    )
    return QueuedLetter.objects.latest("created_at")


def letters() -> list:
    return mail.outbox


def status() -> str:
    told = StringIO()
    call_command("post", "status", stdout=told)
    return told.getvalue()


def test_a_letter_leaves_as_plain_text_and_its_row_is_deleted() -> None:
    write(from_label="Panah")
    assert post.send_due() == 1
    assert not QueuedLetter.objects.exists()
    (letter,) = letters()
    assert (letter.to, letter.subject, letter.body) == ([MARYAM], "A message for you", "سلام\nHello")
    sent = letter.message()
    assert sent.get_content_type() == "text/plain"
    assert not sent.is_multipart()
    assert sent["From"] == "Panah <no-reply@127.0.0.1>"


def test_while_it_waits_nothing_of_it_can_be_read_in_the_database() -> None:
    write(body="Your son", from_label="Panah")
    row = QueuedLetter.objects.values_list().get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM confidential_queuedletter")
        raw = b"".join(bytes(cell) for cell in cursor.fetchone() if isinstance(cell, bytes | memoryview))
    for word in (MARYAM, "A message for you", "Your son", "Panah"):
        assert word not in str(row)
        assert word.encode() not in raw


def test_it_is_taken_in_only_with_what_it_tells_of() -> None:
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert post.send_due() == 0


@pytest.mark.parametrize("end", ["\r\nBcc: x@example.org", "\nX: y", "\r", "\0"])
@pytest.mark.parametrize("header", ["subject", "from_label", "to"])
def test_nobody_writes_headers_of_their_own(header: str, end: str) -> None:
    with pytest.raises((ValueError, ValidationError)):
        write(**{header: f"x@example.org{end}"})
    assert not QueuedLetter.objects.exists()


def test_no_header_tells_of_the_machine_or_the_program(server: Heard) -> None:
    letter = write()
    post.send_due()
    sent = message_from_string(server.letters[0])
    assert set(sent.keys()) == {
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To", "Date",
        "Message-ID", "Content-Language", "Auto-Submitted", "X-Auto-Response-Suppress",
    }  # fmt: skip
    assert sent["Message-ID"] == f"<{letter.pk.hex}@127.0.0.1>"
    assert set(server.greetings) == {"127.0.0.1"}
    for name in {socket.gethostname(), socket.getfqdn()} - {"localhost"}:
        assert name not in server.letters[0]


def test_a_line_that_breaks_after_the_letter_was_taken_sends_it_again_with_the_same_number(
    server: Heard,
) -> None:
    server.drop = True
    with time_machine.travel(timezone.now()) as clock:
        write()
        post.send_due()
        assert QueuedLetter.objects.get().problem == "SMTPServerDisconnected"
        server.drop = False
        assert post.send_due() == 0
        clock.shift(timedelta(minutes=3))
        assert post.send_due() == 1
    first, second = map(message_from_string, server.letters)
    assert first["Message-ID"] == second["Message-ID"]
    assert not QueuedLetter.objects.exists()


def test_while_the_server_is_away_letters_wait_longer_each_time_and_are_given_up_in_the_end(settings) -> None:
    settings.MAIL_SERVER = server_at(free_port())
    pauses = []
    with time_machine.travel(timezone.now(), tick=False) as clock:
        write()
        while not (letter := QueuedLetter.objects.get()).given_up_at:
            clock.move_to(letter.due_at)
            assert post.send_due() == 1
            pauses.append(QueuedLetter.objects.get().due_at - timezone.now())
    assert pauses[:4] == [timedelta(minutes=minutes) for minutes in (2, 4, 8, 16)]
    assert max(pauses) == timedelta(hours=6)
    assert len(pauses) == post.MOST_ATTEMPTS
    assert timedelta(days=2) < sum(pauses, timedelta()) < timedelta(days=5)
    assert post.send_due() == 0
    assert "1 given up." in status()


def test_a_reader_whom_the_server_does_not_know_is_given_up_at_once(server: Heard, caplog) -> None:
    server.refuse = f"550 <{MARYAM}> unknown"
    write()
    with caplog.at_level(logging.WARNING):
        post.send_due()
    assert QueuedLetter.objects.given_up().count() == 1
    assert "SMTPRecipientsRefused" in caplog.text
    assert MARYAM not in caplog.text
    assert MARYAM not in status()


def test_a_full_mailbox_is_tried_again(server: Heard) -> None:
    server.refuse = "452 full"
    write()
    post.send_due()
    assert QueuedLetter.objects.waiting().count() == 1


def test_a_letter_whose_key_is_gone_is_given_up_and_the_others_leave(settings) -> None:
    write("zahra@example.org")
    key = settings.CONFIDENTIAL_KEYS
    settings.CONFIDENTIAL_KEYS = {**key, 2: bytes(range(32))}
    write()
    settings.CONFIDENTIAL_KEYS = key
    assert post.send_due() == 2
    assert [letter.to for letter in letters()] == [["zahra@example.org"]]
    assert QueuedLetter.objects.get().problem == "Unreadable"


def test_a_sender_that_dies_in_the_middle_loses_nothing(monkeypatch) -> None:
    def die(_letter: object) -> None:
        raise SystemExit

    with time_machine.travel(timezone.now()) as clock:
        write()
        with monkeypatch.context() as dying:
            dying.setattr(post, "message", die)
            with pytest.raises(SystemExit):
                post.send_due()
        assert post.send_due() == 0
        clock.shift(timedelta(minutes=3))
        assert post.send_due() == 1
    assert len(letters()) == 1


class Slow(EmailBackend):
    sent: list[str] = []

    def send_messages(self, messages: list) -> int:
        self.sent += [message.to[0] for message in messages]
        return len(messages)


@pytest.mark.django_db(transaction=True)
def test_many_senders_at_once_send_each_letter_once(settings) -> None:
    settings.MAIL_WITHOUT_SERVER = f"{__name__}.Slow"
    Slow.sent.clear()
    for number in range(60):
        write(f"reader{number}@example.org")

    def work(_number: int) -> None:
        try:
            while post.send_due():
                pass
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))
    assert sorted(Slow.sent) == sorted(f"reader{number}@example.org" for number in range(60))
    assert not QueuedLetter.objects.exists()


def test_the_command_sends_what_is_due_and_says_what_waits() -> None:
    write()
    write("zahra@example.org")
    assert "2 waiting.\n2 due.\n0 given up." in status()
    call_command("post", "send", stdout=StringIO())
    assert len(letters()) == 2
    assert "0 waiting." in status()


def test_the_command_fails_when_letters_could_not_be_sent(settings) -> None:
    settings.MAIL_SERVER = server_at(free_port())
    write()
    with pytest.raises(CommandError):
        call_command("post", "send", stdout=StringIO())
    assert "Problem: ConnectionRefusedError" in status()


def test_without_a_server_letters_become_files(settings, tmp_path: Path) -> None:
    settings.MAIL_WITHOUT_SERVER = "django.core.mail.backends.filebased.EmailBackend"
    settings.MAIL_FOLDER = tmp_path / "mail"
    write()
    post.send_due()
    (file,) = settings.MAIL_FOLDER.iterdir()
    assert f"To: {MARYAM}" in file.read_text()
