"""The number that every worker compares its stored pages with.

It is a row, changed in the transaction that changes the content: a page is never kept past a change, and a
change that is rolled back leaves the number as it was. Writers who publish queue for the row, so that a long
import commits in batches.
"""

from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.http import HttpRequest

from pagecache.models import Generation

THE_ROW = 1
UNKNOWN = -1
READ = f'SELECT number FROM "{Generation._meta.db_table}"'  # noqa: S608 - the name is ours


def current() -> int:
    """One short query without the ORM, because it is asked for every page; UNKNOWN without a database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(READ)
            row = cursor.fetchone()
    except DatabaseError:
        return UNKNOWN
    return row[0] if row else 0


def of(request: HttpRequest) -> int:
    """The number when this request first asked, so that a page asks once."""
    if not hasattr(request, "content_generation"):
        request.content_generation = current()  # type: ignore[attr-defined]
    return request.content_generation  # type: ignore[attr-defined]


def bump() -> None:
    """Published content has changed: call it inside the transaction that changes it."""
    if not _raise_number():
        _make_row()


def queue() -> None:
    """Waits, inside a transaction, until no other one is about to change published content."""
    Generation.objects.select_for_update().get_or_create(pk=THE_ROW, defaults={"number": 0})


def _raise_number() -> bool:
    return bool(Generation.objects.filter(pk=THE_ROW).update(number=models.F("number") + 1))


def _make_row() -> None:
    """The very first change; two writers may come here at once."""
    try:
        with transaction.atomic():
            Generation.objects.create(pk=THE_ROW, number=1)
    except IntegrityError:
        _raise_number()
