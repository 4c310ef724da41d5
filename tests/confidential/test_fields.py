"""An encrypted cell can be read on its row and nowhere else."""

import uuid

import pytest
from django.core.exceptions import FieldError
from django.db import connection, transaction
from django.db.models import F

from confidential.errors import Unreadable
from tests.confidential.letters.models import Letter

pytestmark = pytest.mark.django_db
COLUMNS = ["name", "text", "answers", "picture", "hint"]


def written(**values) -> Letter:
    return Letter.objects.create(
        **{"name": "Maryam", "text": "سلام", "answers": {"a": [1, None]}, "picture": b"\x00\xff", **values}
    )


def cell(letter: Letter, column: str) -> bytes:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM letters_letter WHERE id = %s",
            [
                connection.ops.adapt_unknown_value(letter.pk)
                if connection.vendor == "postgresql"
                else letter.pk.hex
            ],
        )
        return bytes(cursor.fetchone()[0])


def test_smoke():
    letter = written()
    got = Letter.objects.get()
    assert (got.name, got.text, got.answers, got.picture, got.hint) == (
        "Maryam",
        "سلام",
        {"a": [1, None]},
        b"\x00\xff",
        None,
    )
    assert Letter.objects.filter(hint__isnull=True, name__isnull=False).count() == 1
    print(list(Letter.objects.values()), list(Letter.objects.values_list("name", flat=True)))
    for bad in [
        dict(name="Maryam"),
        dict(name__icontains="M"),
        dict(answers__a=1),
        dict(name__in=["x"]),
        dict(hint=None),
    ]:
        with pytest.raises(FieldError):
            list(Letter.objects.filter(**bad))


def test_update():
    letter = written()
    with transaction.atomic(), pytest.raises(FieldError):
        Letter.objects.update(name="x")
    with transaction.atomic(), pytest.raises(FieldError):
        Letter.objects.update(name=F("text"))
    Letter.objects.defer("name").get().save()
    assert Letter.objects.only("place").get().name == "Maryam"
    Letter.objects.bulk_create([Letter(name="a"), Letter(name="b")])
    assert {each.name for each in Letter.objects.all()} == {"a", "b", "Maryam"}
    letter = Letter.objects.first()
    letter.pk = uuid.uuid4()
    with pytest.raises(Unreadable):
        letter.save()
