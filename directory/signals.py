"""What the directory tells whoever listens (the search index, the page cache)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Model
from django.dispatch import Signal

# Sent inside the transaction of the change, with `ids`: the primary keys of listings whose public facts
# may have changed.
listings_changed = Signal()
# Sent inside the transaction that wrote rows of the model `sender` without saving each of them, with
# `owners`: the primary keys of the rows that they are part of, or their own.
rows_written = Signal()

Key = int | str


@dataclass
class _Gathered:
    listings: set[int] = field(default_factory=set)
    rows: dict[type[Model], set[Key]] = field(default_factory=lambda: defaultdict(set))


_gathering: ContextVar[_Gathered | None] = ContextVar("_gathering", default=None)


@contextmanager
def told_together() -> Iterator[None]:
    """Tells at the end, once, of all listings changed within: a row and its inline rows are one change."""
    if _gathering.get() is not None:
        yield
        return
    gathered = _Gathered()
    with transaction.atomic():
        token = _gathering.set(gathered)
        try:
            yield
            for model, owners in gathered.rows.items():
                rows_written.send(sender=model, owners=sorted(owners))
        finally:
            _gathering.reset(token)
        tell(gathered.listings)


def tell(ids: Iterable[int]) -> None:
    gathered = _gathering.get()
    if gathered is not None:
        gathered.listings.update(ids)
    elif told := sorted(set(ids)):
        listings_changed.send(sender=None, ids=told)


def tell_of_rows(model: type[Model], owners: Iterable[Key]) -> None:
    """Rows were written in bulk. Whose listings those are is looked up at the end, for all together."""
    with told_together():
        gathered = _gathering.get()
        if gathered is not None and (written := set(owners)):
            gathered.rows[model] |= written
