"""Rows written in bulk are told of as rows that are saved one by one, in the same transaction."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from modelcluster.fields import ParentalKey

from directory.signals import Key, tell_of_rows, told_together

BATCH = 500
Item = TypeVar("Item")
# What Wagtail notes on a row while a draft is written; the public sees nothing of it.
NOTES = {"latest_revision", "has_unpublished_changes", "live_revision", "locked", "locked_at", "locked_by"}


class ToldQuerySet(QuerySet[Any]):
    def update(self, **changes: Any) -> int:
        """Whose rows those are is asked first: afterwards the same question may not find them any more."""
        if NOTES.issuperset(changes):
            return super().update(**changes)
        with told_together():
            rows = self.order_by()
            moved = list(rows.values_list("pk", flat=True)) if _moves(self.model, changes) else []
            tell_of_rows(self.model, rows.values_list(_owner(self.model), flat=True))
            count = super().update(**changes)
            tell_of_rows(self.model, _owners_of(self.model, moved))
        return count

    update.alters_data = True  # type: ignore[attr-defined]

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], batch_size: int | None = None) -> int:
        """Django updates batch by batch; the rows are at hand, so that none of them is looked up."""
        rows, columns = list(objs), list(fields)
        untold: QuerySet[Any] = QuerySet(self.model, self.query.chain(), self.db)
        if NOTES.issuperset(columns):
            return untold.bulk_update(rows, columns, batch_size)
        with told_together():
            moved = [row.pk for row in rows] if _moves(self.model, columns) else []
            tell_of_rows(self.model, _owners_of(self.model, moved))
            count = untold.bulk_update(rows, columns, batch_size)
            self._tell_of(rows)
        return count

    bulk_update.alters_data = True  # type: ignore[attr-defined]

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        with told_together():
            rows = super().bulk_create(list(objs), *args, **options)
            self._tell_of(rows)
        return rows

    bulk_create.alters_data = True  # type: ignore[attr-defined]

    def _tell_of(self, rows: Iterable[Model]) -> None:
        owner = _owner(self.model)
        tell_of_rows(self.model, (getattr(row, owner) for row in rows))


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """As many as one statement may name."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _owner(model: type[Model]) -> str:
    """The column that says of which row it is a part; its own key, where it is none."""
    parents = (field.attname for field in model._meta.concrete_fields if isinstance(field, ParentalKey))
    return next(parents, "pk")


def _moves(model: type[Model], columns: Collection[str]) -> bool:
    """Whether rows become parts of others: then both have changed."""
    owner = _owner(model)
    return owner in columns or owner.removesuffix("_id") in columns


def _owners_of(model: type[Model], keys: Iterable[Key]) -> Iterator[Key]:
    for batch in batches(keys):
        yield from model._base_manager.filter(pk__in=batch).values_list(_owner(model), flat=True)
