"""How long each kind of confidential data is kept, and its end.

An app says so from its `ready()`; the table in docs/confidential.md is held to what is registered.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from confidential import overwriting, post


@dataclass(frozen=True)
class Retention:
    """`rows` says which rows are over, given the moment before which they have to be."""

    name: str
    rows: Callable[[datetime], QuerySet[Any]]
    default: timedelta
    why: str

    @property
    def period(self) -> timedelta:
        days = settings.RETENTION_DAYS.get(self.name)
        return self.default if days is None else timedelta(days=days)

    def over(self, now: datetime) -> QuerySet[Any]:
        return self.rows(now - self.period)


registry: dict[str, Retention] = {}


def register(retention: Retention) -> None:
    if registry.setdefault(retention.name, retention) != retention:
        raise ValueError(f"There is another retention of {retention.name}.")


def due(now: datetime) -> dict[str, int]:
    """How many rows of each kind a purge would delete, without what hangs on them."""
    return {name: retention.over(now).count() for name, retention in registry.items()}


def purge(now: datetime) -> dict[str, int]:
    """Delete what is over, each kind for itself; what was deleted is overwritten as well."""
    deleted = {name: _delete(retention.over(now)) for name, retention in registry.items()}
    if any(deleted.values()):
        overwriting.rewrite()
    return deleted


@transaction.atomic
def _delete(rows: QuerySet[Any]) -> int:
    """With the letters about them that nobody has sent yet. Counts what hangs on the rows too."""
    post.take_back(rows.values_list("pk", flat=True))
    count, _by_model = rows.delete()
    return count
