"""What was erased stays erased, whatever is restored; what was not erased is never lost by it."""

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from confidential import erasure, ledger, overwriting
from confidential.enums import ErasureState
from confidential.erasure import erase
from confidential.ledger import LedgerError, Line
from tests.confidential.letters.models import Letter
from tests.confidential.test_retention import cells, files_of_the_database

committing = pytest.mark.django_db(transaction=True)


@pytest.fixture(name="path")
def _path(settings) -> Path:
    return settings.ERASURE_LEDGER


def states() -> list[str]:
    return [line.state for line in ledger.read()]


def bring_back(letter: Letter) -> None:
    """As a backup does that was made before the erasure."""
    Letter.objects.create(pk=letter.pk, text="Maryam")


def replay(*options: str) -> str:
    told = StringIO()
    call_command("replay_erasures", *options, stdout=told)
    return told.getvalue()


def later() -> timezone.datetime:
    return timezone.now() + timedelta(hours=2)


@committing
def test_an_erased_row_is_gone_and_in_the_ledger_without_what_stood_in_it(path: Path) -> None:
    letter = Letter.objects.create(name="Maryam Rajabi", text="Where is my son?", place="Berlin")

    assert erase(letter) == 1

    assert not Letter.objects.exists()
    assert states() == [ErasureState.BEGUN, ErasureState.DONE]
    written = path.read_text()
    assert str(letter.pk) in written
    for word in ("Maryam", "son", "Berlin"):
        assert word not in written
    assert path.stat().st_mode & 0o777 == 0o600


@committing
def test_an_older_backup_then_a_replay_leaves_none_of_them() -> None:
    letters = [Letter.objects.create(text=str(number)) for number in range(5)]
    kept = Letter.objects.create(text="kept")
    erase(Letter.objects.exclude(pk=kept.pk))
    for letter in letters:
        bring_back(letter)

    assert "letters_letter: 5 erased again." in replay()

    assert [letter.text for letter in Letter.objects.all()] == ["kept"]
    assert "letters_letter: 0 erased again." in replay()


@pytest.mark.sqlite
@committing
def test_a_real_file_of_an_older_backup_too(tmp_path: Path) -> None:
    letter = Letter.objects.create(text="Maryam")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    backup = shutil.copy(connection.settings_dict["NAME"], tmp_path / "backup.sqlite3")
    sealed = cells(letter)
    erase(letter)
    connection.close()
    shutil.copy(backup, connection.settings_dict["NAME"])
    assert Letter.objects.get().text == "Maryam"

    replay()

    assert not Letter.objects.exists()
    assert not any(cell in files_of_the_database() for cell in sealed)


@pytest.mark.sqlite
@committing
def test_erasing_leaves_nothing_in_the_files_of_sqlite() -> None:
    letter = Letter.objects.create(name="Maryam", text="word " * 20, place="planted place")
    sealed = cells(letter)
    assert any(cell in files_of_the_database() for cell in sealed)
    erase(letter)
    after = files_of_the_database()
    assert not any(cell in after for cell in sealed)
    assert b"planted place" not in after


@pytest.mark.sqlite
@committing
def test_a_reader_who_holds_the_log_delays_its_end_by_a_second_at_most(caplog) -> None:
    letter = Letter.objects.create(place="planted place")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM letters_letter").fetchone()
    began = time.monotonic()
    erase(letter)
    assert time.monotonic() - began < 5
    assert "the next purge empties it" in caplog.text
    other.close()
    call_command("purge_confidential", stdout=StringIO())
    assert overwriting.empty_log()
    assert b"planted place" not in files_of_the_database()
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)


@committing
def test_the_ledger_is_on_the_disk_before_the_row_is_gone(monkeypatch, path: Path) -> None:
    letter = Letter.objects.create()
    seen: list[bool] = []
    monkeypatch.setattr("os.fsync", lambda _file: seen.append(Letter.objects.filter(pk=letter.pk).exists()))
    erase(letter)
    assert seen[0] is True
    assert seen[-1] is False


@committing
def test_without_a_ledger_nothing_is_erased(settings) -> None:
    settings.ERASURE_LEDGER = Path("/proc/nowhere/ledger")
    letter = Letter.objects.create()
    with pytest.raises(LedgerError):
        erase(letter)
    assert Letter.objects.get() == letter


def roll_back_erasing(letter: Letter) -> None:
    with transaction.atomic():
        erase(letter)
        transaction.set_rollback(True)


@committing
def test_an_erasure_that_was_rolled_back_never_deletes_the_living_row() -> None:
    letter = Letter.objects.create(text="alive")
    roll_back_erasing(letter)
    assert states() == [ErasureState.BEGUN]

    with pytest.raises(CommandError, match=str(letter.pk)):
        replay()
    assert Letter.objects.get().text == "alive"

    erasure.settle(later())
    assert states() == [ErasureState.BEGUN, ErasureState.UNDONE]
    assert replay() == ""
    assert Letter.objects.get().text == "alive"


@committing
def test_nor_does_it_when_the_row_is_erased_for_good_afterwards_and_comes_back() -> None:
    letter = Letter.objects.create()
    roll_back_erasing(letter)
    erase(letter)
    bring_back(letter)
    replay("--also-undecided")
    assert not Letter.objects.exists()


@committing
def test_a_process_that_died_after_the_commit_is_made_up_for(monkeypatch) -> None:
    letter = Letter.objects.create()
    with monkeypatch.context() as dying:
        dying.setattr(erasure, "_close", lambda _lines: None)
        erase(letter)
    assert states() == [ErasureState.BEGUN]
    erasure.settle(later())
    assert states() == [ErasureState.BEGUN, ErasureState.DONE]
    bring_back(letter)
    replay()
    assert not Letter.objects.exists()


@committing
def test_a_transaction_that_may_still_run_is_not_settled() -> None:
    letter = Letter.objects.create()
    roll_back_erasing(letter)
    erasure.settle(timezone.now())
    assert states() == [ErasureState.BEGUN]


@committing
def test_what_nobody_can_decide_is_told_and_left_to_a_person() -> None:
    letter = Letter.objects.create()
    roll_back_erasing(letter)
    with pytest.raises(CommandError, match="nobody knows"):
        replay()
    assert Letter.objects.exists()
    replay("--also-undecided")
    assert not Letter.objects.exists()


@committing
def test_the_daily_purge_settles_the_ledger() -> None:
    letter = Letter.objects.create()
    with time_machine.travel(timezone.now() - timedelta(hours=2)):
        roll_back_erasing(letter)
    call_command("purge_confidential", stdout=StringIO())
    assert states() == [ErasureState.BEGUN, ErasureState.UNDONE]


BROKEN = {
    "a line that is no JSON": b"nonsense\n",
    "a line cut in the middle": b'{"erasure": "1", "state": "do\n',
    "zeros": bytes(512) + b"\n",
    "a state that does not exist": json.dumps(
        {"erasure": "1", "state": "maybe", "at": "", "table": "letters_letter", "row": "1", "why": ""}
    ).encode()
    + b"\n",
    "a line without its row": b'{"erasure": "1", "state": "done"}\n',
    "a list": b"[1]\n",
}


@committing
@pytest.mark.parametrize("what", BROKEN)
def test_a_ledger_that_cannot_be_read_is_an_error_and_nothing_is_deleted(what: str, path: Path) -> None:
    letter = Letter.objects.create()
    erase(letter)
    bring_back(letter)
    path.write_bytes(path.read_bytes() + BROKEN[what])
    with pytest.raises(CommandError, match="Line 3"):
        replay()
    assert Letter.objects.exists()


@pytest.mark.django_db
def test_a_ledger_that_is_not_there_is_an_error(path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        replay()


@pytest.mark.django_db
def test_a_table_that_this_site_does_not_have_is_an_error() -> None:
    ledger.append([Line("1", ErasureState.DONE, "", "elsewhere", "1", "erasure")])
    with pytest.raises(CommandError, match="elsewhere"):
        replay()


@committing
def test_half_a_line_of_a_writer_that_died_is_cut_off_by_the_next(path: Path) -> None:
    erase(Letter.objects.create())
    path.write_bytes(path.read_bytes() + b'{"erasure": "half')
    assert states() == [ErasureState.BEGUN, ErasureState.DONE]
    erase(Letter.objects.create())
    assert states() == [ErasureState.BEGUN, ErasureState.DONE] * 2


def test_writers_of_several_threads_and_processes_never_mix_their_lines(path: Path) -> None:
    program = (
        "import django; django.setup(); from confidential import ledger; "
        "from django.conf import settings; from pathlib import Path; import sys; "
        "settings.ERASURE_LEDGER = Path(sys.argv[1]); "
        "w = lambda n: ledger.append([ledger.Line(sys.argv[2] + str(n), 'done', '', 'x' * 500, '', '')]); "
        "list(map(w, range(50)))"
    )
    environment = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PATH": ""}
    processes = [
        subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", program, str(path), f"process {number} "],
            env=environment,
            cwd=Path(__file__).resolve().parent.parent.parent,
        )
        for number in range(2)
    ]

    def write(number: int) -> None:
        ledger.append([Line(f"thread {number}", ErasureState.DONE, "", "y" * 700, "1", "")] * 2)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(write, range(100)))
    assert [process.wait(60) for process in processes] == [0, 0]
    assert len(ledger.read()) == 300


@committing
@pytest.mark.postgresql
def test_two_who_erase_one_row_at_once_leave_a_ledger_that_can_be_replayed() -> None:
    letters = [Letter.objects.create() for _each in range(20)]

    def both(letter: Letter) -> None:
        try:
            erase(Letter.objects.filter(pk=letter.pk))
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(both, [letter for letter in letters for _twice in range(2)]))
    assert not Letter.objects.exists()
    for letter in letters:
        bring_back(letter)
    replay()
    assert not Letter.objects.exists()
