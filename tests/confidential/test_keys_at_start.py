"""Whoever loses a key learns it when the site starts, not from a person whose case cannot be opened."""

import pytest
from django.core import checks
from django.db import DatabaseError

from confidential import cells
from confidential.errors import Unreadable
from confidential.hashing import keyed_hash
from tests.confidential.new_keys import key
from tests.confidential.stored import put, read, written

pytestmark = pytest.mark.django_db


def told(**options: object) -> list[tuple[str, str]]:
    """What is told about one of the columns; each of them says the same."""
    messages = checks.run_checks(tags=["confidential-keys"], **{"databases": ["default"], **options})
    return [(message.id, message.msg) for message in messages if "Letter.text" in message.msg]


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
