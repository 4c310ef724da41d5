"""Erasing for good: what was erased stays so when an older backup is restored.

    begun --(its transaction committed)--> done: replayed
      |---(its row is still there an hour later: rolled back)--> undone: never replayed
      |---(its row is gone: the process died before it could say so)--> done

A row's UUID is never used again, so a replay can only delete what somebody wanted erased. An erasure that is
`begun` and no more is never replayed by itself: after a restore nobody can tell how it ended, so a person
decides.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import groupby
from uuid import uuid4

from django.apps import apps
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from confidential import ledger, overwriting, post
from confidential.enums import AccessReason, ErasureState
from confidential.ledger import LedgerError, Line

# No transaction lasts longer.
LONGEST_TRANSACTION = timedelta(hours=1)
_FOLLOWING: list[Callable[[], None]] = []


@dataclass
class Replayed:
    """`undecided` are rows whose erasure began, and that are there again."""

    deleted: dict[str, int] = field(default_factory=dict)
    undecided: list[Line] = field(default_factory=list)


def erase(rows: Model | QuerySet, why: str = AccessReason.ERASURE) -> int:
    """Deletes the rows, what hangs on them and letters about them, once the ledger has them on the disk.

    Says how many rows.
    """
    with transaction.atomic():
        model, keys = _rows(rows)
        lines = [_begun(model._meta.db_table, key, why) for key in keys]
        ledger.append(lines)
        model._base_manager.filter(pk__in=keys).delete()
        post.take_back(keys)
        transaction.on_commit(partial(_close, lines), robust=True)
    return len(keys)


def settle(now: datetime) -> None:
    """Say how those erasures ended whose process could not: in the database that ran all the time."""
    if not ledger.exists():
        return
    before = (now - LONGEST_TRANSACTION).astimezone(UTC).isoformat()
    for table, lines in _by_table(line for line in _open_lines(ledger.read()) if line.at < before):
        there = _there(table, lines)
        ledger.append(
            _ended(line, ErasureState.UNDONE if line.row in there else ErasureState.DONE, now)
            for line in lines
        )


def after_replay(follow: Callable[[], None]) -> None:
    """What an app changed in other rows as it erased; called in the transaction of each replay."""
    if follow not in _FOLLOWING:
        _FOLLOWING.append(follow)


def replay(*, also_undecided: bool = False) -> Replayed:
    """Delete again what came back with a backup; repeating it changes nothing."""
    lines = ledger.read()
    ended = [line for line in lines if line.state == ErasureState.DONE]
    unended = _open_lines(lines)
    replayed = Replayed()
    with transaction.atomic():
        for table, group in _by_table([*ended, *(unended if also_undecided else ())]):
            count = _delete(table, group)
            replayed.deleted[table] = replayed.deleted.get(table, 0) + count
        for follow in _FOLLOWING:
            follow()
        for table, group in _by_table(unended):
            there = _there(table, group)
            replayed.undecided += [line for line in group if line.row in there]
    overwriting.rewrite()
    return replayed


def _rows(rows: Model | QuerySet) -> tuple[type[Model], list[object]]:
    if isinstance(rows, Model):
        return type(rows), [rows.pk]
    return rows.model, sorted(rows.values_list("pk", flat=True))


def _begun(table: str, key: object, why: str) -> Line:
    at = timezone.now().astimezone(UTC).isoformat()
    return Line(str(uuid4()), ErasureState.BEGUN, at, table, str(key), str(AccessReason(why)))


def _ended(line: Line, state: ErasureState, now: datetime) -> Line:
    return replace(line, state=state, at=now.astimezone(UTC).isoformat())


def _close(lines: list[Line]) -> None:
    """What is committed is erased, whatever happens now: `settle` says so tomorrow if this cannot."""
    now = timezone.now()
    ledger.append(_ended(line, ErasureState.DONE, now) for line in lines)
    overwriting.empty_log()


def _open_lines(lines: list[Line]) -> list[Line]:
    ended = {line.erasure for line in lines if line.state != ErasureState.BEGUN}
    return [line for line in lines if line.erasure not in ended]


def _by_table(lines: Iterable[Line]) -> list[tuple[str, list[Line]]]:
    ordered = sorted(lines, key=lambda line: line.table)
    return [(table, list(group)) for table, group in groupby(ordered, key=lambda line: line.table)]


def _model_of(table: str) -> type[Model]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.db_table == table:
            return model
    raise LedgerError(f"The ledger of erasures names the table {table}, which this site does not have.")


def _there(table: str, lines: list[Line]) -> set[str]:
    found = _model_of(table)._base_manager.filter(pk__in={line.row for line in lines})
    return {str(key) for key in found.values_list("pk", flat=True)}


def _delete(table: str, lines: list[Line]) -> int:
    count = 0
    rows = sorted({line.row for line in lines})
    for start in range(0, len(rows), 500):
        found = _model_of(table)._base_manager.filter(pk__in=rows[start : start + 500])
        count += found.count()
        found.delete()
    post.take_back(rows)
    return count
