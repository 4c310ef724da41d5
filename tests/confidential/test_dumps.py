"""A dump holds what is confidential as sealed as the database does."""

import json
from pathlib import Path

import pytest
from django.core import serializers
from django.core.management import call_command
from django.core.serializers.base import DeserializationError

from confidential.errors import Unreadable
from tests.confidential.letters.models import Letter
from tests.confidential.stored import TEXT, VALUES, read, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return tmp_path / "letters.json"


@pytest.mark.parametrize("kind", ["json", "xml", "jsonl"])
def test_no_dump_shows_anything(kind: str) -> None:
    text = serializers.serialize(kind, [written(), written(answers={}, text="")])
    for plain in ("Maryam", "Hamburg", "هامبورگ", "housing", "Straße", "\\u0647"):
        assert plain not in text
    assert text.count("sealed:") == 8


def test_a_dump_comes_back_into_its_rows(dump: Path) -> None:
    letter = written(hint="here")
    call_command("dumpdata", "letters", output=str(dump))
    Letter.objects.all().delete()
    call_command("loaddata", str(dump), verbosity=0)
    assert {name: getattr(read(letter), name) for name in VALUES} == VALUES
    assert read(letter).hint == "here"


def test_a_dump_is_carried_without_being_opened() -> None:
    text = serializers.serialize("json", [written()])
    [carried] = serializers.deserialize("json", text)
    assert str(carried.object.text) == "<sealed>"


def test_a_carried_row_can_be_saved_as_any_other() -> None:
    letter = written()
    [carried] = serializers.deserialize("json", serializers.serialize("json", [letter]))
    Letter.objects.all().delete()
    carried.object.save()
    assert read(letter).text == TEXT


def test_a_dump_with_another_row_s_key_is_not_read(dump: Path) -> None:
    [row] = json.loads(serializers.serialize("json", [written()]))
    Letter.objects.all().delete()
    row["pk"] = "00000000-0000-4000-8000-000000000000"
    dump.write_text(json.dumps([row]))
    call_command("loaddata", str(dump), verbosity=0)
    with pytest.raises(Unreadable):
        assert Letter.objects.get().text


@pytest.mark.parametrize("text", ["plain text", "sealed:not base64", "QUJD", "", 7])
def test_a_dump_with_plain_text_is_refused(dump: Path, text: object) -> None:
    [row] = json.loads(serializers.serialize("json", [written()]))
    row["fields"]["text"] = text
    dump.write_text(json.dumps([row]))
    with pytest.raises(DeserializationError):
        call_command("loaddata", str(dump), verbosity=0)
