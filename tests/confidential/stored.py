"""Letters, and their cells as a thief of the database sees and changes them."""

from django.db import connection

from confidential import cells
from tests.confidential.letters.models import Letter

TEXT = "دیدار در هامبورگ, ٣ بجے, Straße 12"
VALUES = {"name": "Maryam", "text": TEXT, "answers": {"needs": ["housing", None, 3]}, "picture": b"\x00\xff"}


def written(**values: object) -> Letter:
    return Letter.objects.create(**{**VALUES, **values})


def read(letter: Letter) -> Letter:
    """From the database, with nothing that was in memory."""
    return Letter.objects.get(pk=letter.pk)


def cell(letter: Letter, column: str = "text") -> bytes:
    return bytes(Letter.objects.values_list(column, flat=True).get(pk=letter.pk))


def put(letter: Letter, content: bytes, column: str = "text") -> None:
    pk = Letter._meta.pk.get_db_prep_value(letter.pk, connection)
    assert cells.replace(Letter._meta.get_field(column), pk, cell(letter, column), content)
