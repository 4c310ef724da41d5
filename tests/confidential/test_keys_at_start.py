"""Whoever loses a key learns it when the site starts, not from a person whose case cannot be opened."""

import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from django.core import checks
from django.core.management import call_command
from django.db import DatabaseError, connection

from confidential import cells
from confidential.errors import Unreadable
from confidential.hashing import keyed_hash
from tests.confidential.new_keys import key
from tests.confidential.stored import put, read, written
from tests.secret_values import SECRETS

pytestmark = pytest.mark.django_db


def told(subject: str = "Letter.text", **options: object) -> list[tuple[str, str]]:
    """What is told about one of the columns; each of them says the same."""
    messages = checks.run_checks(tags=["confidential-keys"], **{"databases": ["default"], **options})
    return [(message.id, message.msg) for message in messages if subject in message.msg]


def test_the_right_keys_are_nothing_to_tell() -> None:
    written()
    assert told() == []


def test_a_key_that_is_missing_is_named_with_what_needs_it(settings) -> None:
    written()
    settings.CONFIDENTIAL_KEYS = {2: key("b"), 3: key("c")}
    written()
    message = "CONFIDENTIAL_KEYS has no key 1, which encrypted 1 cells of letters.Letter.text."
    assert told() == [("panah.E034", message)]


def test_another_key_under_the_same_number_is_told(settings) -> None:
    written()
    settings.CONFIDENTIAL_KEYS = {1: key("x")}
    message = "Key 1 of CONFIDENTIAL_KEYS is not the one that encrypted 1 cells of letters.Letter.text."
    assert told() == [("panah.E035", message)]


def test_cells_that_nobody_has_filled_are_told() -> None:
    put(written(), b"")
    assert [check_id for check_id, _message in told()] == ["panah.W036"]


def test_another_hash_key_than_the_first_is_told(settings) -> None:
    assert told("HASH") == []
    settings.CONFIDENTIAL_HASH_KEY = key("h")
    assert [check_id for check_id, _message in told("HASH")] == ["panah.E037"]


def test_a_second_migration_does_not_forget_the_first_hash_key(settings) -> None:
    settings.CONFIDENTIAL_HASH_KEY = key("h")
    call_command("migrate", "confidential", verbosity=0)
    assert [check_id for check_id, _message in told("HASH")] == ["panah.E037"]


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "command", [["manage.py", "check", "--database", "default"], ["-c", "import config.wsgi"]]
)
def test_neither_a_command_nor_the_server_starts_without_a_key(command: list[str], tmp_path: Path) -> None:
    written()
    copy = tmp_path / "site.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(copy)])
    environment = {
        **SECRETS,
        "CONFIDENTIAL_KEYS": f"2:{b64encode(key('b')).decode()}",
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_URL": f"sqlite:///{copy}",
    }
    program = [sys.executable, *command]
    result = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "panah.E034" in result.stderr


def test_the_database_is_asked_only_when_that_is_wanted(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert told(databases=None) == []


def test_a_database_that_does_not_answer_is_told_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(_field: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(cells, "versions", away)
    assert told() == []


def test_without_keys_nothing_is_read_or_written(settings) -> None:
    letter = written()
    settings.CONFIDENTIAL_KEYS = {}
    with pytest.raises(Unreadable):
        assert read(letter).text
    with pytest.raises(Unreadable):
        written()


def test_without_its_key_nothing_is_hashed(settings) -> None:
    settings.CONFIDENTIAL_HASH_KEY = b""
    with pytest.raises(Unreadable):
        keyed_hash("purpose", "value")
