"""What is over is gone: from every table, and on SQLite from every byte of its files."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from confidential import post, retention
from confidential.access import opened
from confidential.enums import AccessReason
from confidential.models import AccessRecord, Attempt, QueuedLetter, SpentToken
from confidential.retention import Retention
from tests.confidential.letters.models import Letter

ROOT = Path(__file__).resolve().parent.parent.parent
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LETTERS = Retention(
    "letters of tests",
    lambda before: Letter.objects.filter(created_at__lt=before),
    timedelta(days=90),
    "Only for tests.",
)


@pytest.fixture
def _letters_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(retention.registry, LETTERS.name, LETTERS)


def purge(*options: str) -> str:
    told = StringIO()
    call_command("purge_confidential", *options, stdout=told)
    return told.getvalue()


@pytest.mark.django_db
@pytest.mark.usefixtures("_letters_are_kept")
def test_each_kind_goes_when_its_time_is_over_and_not_before(django_user_model) -> None:
    user = django_user_model.objects.create_user("caseworker")
    with time_machine.travel(NOW, tick=False) as clock:
        letter = Letter.objects.create(text="Maryam")
        opened(user, letter, AccessReason.WORK)
        post.send("maryam@example.org", "News", "Hello", "fa")
        QueuedLetter.objects.update(given_up_at=NOW)
        Attempt.objects.create(key="a", count=1, expires_at=NOW + timedelta(hours=1))
        SpentToken.objects.create(key="a", expires_at=NOW + timedelta(days=1))
        kinds = {Attempt: 0.05, SpentToken: 1.01, QueuedLetter: 30.01, Letter: 90.01, AccessRecord: 730.01}
        for kind, days in kinds.items():
            clock.move_to(NOW + timedelta(days=days - 0.02))
            retention.purge(timezone.now())
            assert kind.objects.count() == 1
            clock.move_to(NOW + timedelta(days=days))
            retention.purge(timezone.now())
            assert kind.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("_letters_are_kept")
def test_the_command_says_what_it_deletes_and_can_only_say_it() -> None:
    Letter.objects.create(text="Maryam", created_at=timezone.now() - timedelta(days=91))
    Letter.objects.create(text="Zahra")

    assert "letters of tests: 1 would be deleted." in purge("--dry-run")
    assert Letter.objects.count() == 2
    assert "letters of tests: 1 deleted." in purge()
    assert [letter.text for letter in Letter.objects.all()] == ["Zahra"]
    assert "letters of tests: 0 deleted." in purge()


@pytest.mark.django_db
@pytest.mark.usefixtures("_letters_are_kept")
def test_an_organisation_may_keep_things_for_less_time(settings) -> None:
    settings.RETENTION_DAYS = {"letters of tests": 7}
    Letter.objects.create(created_at=timezone.now() - timedelta(days=8))
    assert retention.purge(timezone.now())["letters of tests"] == 1


def test_two_kinds_cannot_have_one_name() -> None:
    known = next(iter(retention.registry.values()))
    retention.register(known)
    with pytest.raises(ValueError, match=known.name):
        retention.register(Retention(known.name, known.rows, timedelta(days=1), "Another."))


def documented() -> dict[str, str]:
    text = (ROOT / "docs" / "confidential.md").read_text("utf-8")
    section = text.partition("## How long\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return {name: period for name, period, _why in rows[1:]}


def test_the_table_in_the_documentation_says_the_same() -> None:
    in_words = {timedelta(0): "until it is over"}
    registered = {
        name: in_words.get(kept.default, f"{kept.default.days} days")
        for name, kept in retention.registry.items()
    }
    assert documented() == registered


def files_of_the_database() -> bytes:
    path = connection.settings_dict["NAME"]
    return b"".join(
        Path(f"{path}{end}").read_bytes() for end in ("", "-wal", "-shm") if Path(f"{path}{end}").exists()
    )


def cells(letter: Letter) -> list[bytes]:
    return [
        bytes(cell) for cell in Letter.objects.filter(pk=letter.pk).values_list("name", "text", "picture")[0]
    ]


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_letters_are_kept")
def test_not_one_byte_of_what_was_purged_is_left_in_the_files_of_sqlite() -> None:
    letters = [
        Letter.objects.create(
            name=f"Person {number}",
            text="word " * 2_000,
            picture=bytes(9_000),
            place=f"planted place {number}",
            created_at=timezone.now() - timedelta(days=91),
        )
        for number in range(30)
    ]
    sealed = [cell for letter in letters for cell in cells(letter)]
    traces = [letter.place.encode() for letter in letters] + [letter.pk.hex.encode() for letter in letters]
    # Long cells run over several pages: each is looked for by pieces.
    pieces = [cell[start : start + 48] for cell in sealed for start in range(0, len(cell) - 48, 480)]
    Letter.objects.create(text="stays", place="this one stays")
    before = files_of_the_database()
    found = sum(piece in before for piece in pieces)
    assert found > len(pieces) * 0.8
    assert all(trace in before for trace in traces)

    assert retention.purge(timezone.now())["letters of tests"] == 30

    after = files_of_the_database()
    assert Letter.objects.count() == 1
    assert b"this one stays" in after
    assert [piece for piece in pieces if piece in after] == []
    assert [trace for trace in traces if trace in after] == []


@pytest.mark.sqlite
@pytest.mark.django_db
def test_every_connection_overwrites_what_it_deletes() -> None:
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA secure_delete").fetchone()[0] == 1
