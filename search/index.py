"""Keeps the index that the engines search, in the transaction of whatever changed.

Listings that are released but hidden by time (paused, due to expire) are kept too: the engine compares dates
when it is asked, so that nothing has to happen at midnight.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Model

from directory.bulk import batches
from directory.models import Need, Service
from search import outbox
from search.engines import of_database
from search.entries import Entries, entries_now
from search.models import ChoiceName, Entry, EntryCard, EntryPhrases, EntryText, Epoch
from search.names import name_choices_of, name_needs


def refresh(ids: Iterable[int]) -> None:
    """Brings the entries of those listings up to date; however they were written, this is enough."""
    wanted = sorted(set(ids))
    with transaction.atomic():
        _begin()
        for batch in batches(wanted):
            _refresh(batch)
        outbox.note(wanted)


def refresh_names(needs: Iterable[Need]) -> None:
    with transaction.atomic():
        _begin()
        name_needs([need.slug for need in needs], of_database().next_version())


def rebuild() -> int:
    """Makes the index anew, and says of how many listings. Until it is committed, readers see the old one."""
    with transaction.atomic():
        for model in (Epoch, Entry, EntryText, EntryPhrases, EntryCard, ChoiceName):
            model.objects.all().delete()
        _begin()
        ids = list(Service.objects.released().order_by("pk").values_list("pk", flat=True))
        for batch in batches(ids):
            _refresh(batch)
        outbox.note_everything()
    return len(ids)


def _begin() -> None:
    Epoch.objects.get_or_create(pk=1, defaults={"name": uuid4()})


def _refresh(ids: Sequence[int]) -> None:
    version = of_database().next_version()
    _lock(ids)
    entries = entries_now(ids, version)
    _write(entries)
    name_choices_of(entries.facts, version)
    _empty(set(ids).difference(entry.service_id for entry in entries.facts), version)


def _lock(ids: Sequence[int]) -> None:
    """Whoever changes the same listings at the same time waits, and then reads what was written here."""
    if connection.features.has_select_for_update:
        list(Entry.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))


def _write(entries: Entries) -> None:
    for rows in (entries.facts, entries.texts, entries.phrases, entries.cards):
        if rows:
            _upsert(rows)


def _upsert(rows: Sequence[Model]) -> None:
    fields = rows[0]._meta.concrete_fields
    with connection.cursor() as cursor:
        cursor.executemany(
            _upserting(type(rows[0])),
            [
                [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
                for row in rows
            ],
        )


@cache
def _upserting(model: type[Model]) -> str:
    """Without `bulk_create`, which builds its statement anew for every row that somebody saves."""
    key, *columns = (field.attname for field in model._meta.concrete_fields)
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns)
    values = ", ".join(["%s"] * (1 + len(columns)))
    return (
        f"INSERT INTO {model._meta.db_table} ({', '.join([key, *columns])}) VALUES ({values})"  # noqa: S608 - ours
        f" ON CONFLICT ({key}) DO UPDATE SET {changes}"
    )


def _empty(ids: Iterable[int], version: int) -> None:
    """Listings that are gone leave an empty entry, so that every worker hears of it."""
    gone = [Entry(service_id=number, version=version) for number in ids]
    if gone:
        _upsert(gone)
        for model in (EntryText, EntryPhrases, EntryCard):
            model.objects.filter(pk__in=ids).delete()
