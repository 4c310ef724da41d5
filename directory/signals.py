"""What the directory tells whoever listens (the search index, the page cache)."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction
from django.dispatch import Signal

# Sent inside the transaction of the change, with `ids`: the primary keys of listings whose public facts
# may have changed. Bulk writers (imports, update()) send it themselves; receivers cover single saves.
listings_changed = Signal()

_gathering: ContextVar[set[int] | None] = ContextVar("_gathering", default=None)


@contextmanager
def told_together() -> Iterator[None]:
    """Tells at the end, once, of all listings changed within: a row and its inline rows are one change."""
    if _gathering.get() is not None:
        yield
        return
    changed: set[int] = set()
    with transaction.atomic():
        token = _gathering.set(changed)
        try:
            yield
        finally:
            _gathering.reset(token)
        tell(changed)


def tell(ids: Iterable[int]) -> None:
    gathering = _gathering.get()
    if gathering is not None:
        gathering.update(ids)
    elif told := sorted(set(ids)):
        listings_changed.send(sender=None, ids=told)
