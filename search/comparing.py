"""Whether the index keeps of each listing what would be made of it now."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Model

from directory.bulk import batches
from directory.models import Service
from search.engines import of_database
from search.entries import entries_now
from search.models import Entry, EntryCard, EntryPhrases, EntryText

# By table and listing.
Contents = Mapping[tuple[type[Model], int], Any]


def drift() -> list[int]:
    """Listings of which the index says something else, or that it shows and `published()` would not.

    Looked at twice, because somebody may change a listing between the reading of it and of its entry.
    """
    return sorted({*_shown_wrongly(), *_differing(list(_differing(_all())))})


def _shown_wrongly() -> set[int]:
    shown = set(of_database().shown_now())
    return shown.symmetric_difference(Service.objects.published().values_list("pk", flat=True))


def _all() -> list[int]:
    released = Service.objects.released().values_list("pk", flat=True)
    return sorted({*released, *Entry.objects.values_list("pk", flat=True)})


def _differing(numbers: Sequence[int]) -> Iterator[int]:
    for batch in batches(numbers):
        kept, made = _kept(batch), _made(batch)
        yield from {
            number
            for table, number in {*kept, *made}
            if kept.get((table, number)) != made.get((table, number))
        }


def _kept(numbers: Sequence[int]) -> Contents:
    texts, phrases, cards = (
        model._default_manager.filter(pk__in=numbers) for model in (EntryText, EntryPhrases, EntryCard)
    )
    # A listing that is gone leaves an empty entry.
    return _contents((Entry.objects.filter(pk__in=numbers, hidden_on__gt=0), texts, phrases, cards))


def _made(numbers: Sequence[int]) -> Contents:
    entries = entries_now(numbers, version=0)
    return _contents((entries.facts, entries.texts, entries.phrases, entries.cards))


def _contents(tables: Iterable[Iterable[Model]]) -> Contents:
    return {(type(row), row.pk): _content(row) for rows in tables for row in rows}


def _content(row: Model) -> dict[str, Any]:
    columns = (field.attname for field in row._meta.concrete_fields)
    return {column: _cell(column, getattr(row, column)) for column in columns if column != "version"}


def _cell(column: str, value: Any) -> Any:
    """Nobody says in which order the database gives the needs or languages of a listing."""
    if column == "open_now":
        return _in_any_order(json.loads(value or "[]"))
    return sorted(value.split()) if isinstance(value, str) else _in_any_order(value)


def _in_any_order(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _in_any_order(value[key]) for key in sorted(value)}
    if isinstance(value, list | tuple):
        return sorted(map(_in_any_order, value), key=repr)
    return value
