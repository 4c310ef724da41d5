"""Which listings Elasticsearch has yet to hear of. Kept without Elasticsearch too, so that it can join later.

A row is noted in the transaction of the change. What a worker reads for it is at least as new as the version
it read before: whoever writes a listing with the higher version has the newer content, whatever the order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from time import time

from django.db import connection
from django.db.models import F
from django.utils import timezone

from directory.bulk import batches
from search.models import Entry, Outbox

BATCH = 500
# A worker that has not finished by then is taken for dead, and another one takes over.
LEASE_SECONDS = 60
# When something waits longer than this, the index cannot be trusted.
LATE_SECONDS = 120
MOST_ATTEMPTS = 8
_FIRST_RETRY_SECONDS = 5
_LONGEST_ERROR = 500

# What waits already goes on waiting since then: only so is it known how far behind the index is.
_NOTE = """
INSERT INTO search_outbox (service_id, version, due_at, leased_until, attempts, error, gave_up_at)
VALUES {rows}
ON CONFLICT (service_id) DO UPDATE SET
    version = search_outbox.version + 1,
    due_at = CASE
        WHEN search_outbox.due_at < excluded.due_at THEN search_outbox.due_at ELSE excluded.due_at
    END,
    leased_until = 0, attempts = 0, error = '', gave_up_at = NULL
"""
# Materialized: PostgreSQL would else look the rows up anew, and lock others, for each row it updates.
_CLAIM = """
WITH due AS MATERIALIZED (
    SELECT service_id FROM search_outbox WHERE due_at <= %s AND leased_until <= %s
    ORDER BY due_at LIMIT %s {skipping}
)
UPDATE search_outbox SET leased_until = %s WHERE service_id IN (SELECT service_id FROM due)
RETURNING service_id, version
"""
_IF_UNCHANGED = """
WITH unchanged AS MATERIALIZED (
    SELECT service_id FROM search_outbox WHERE (service_id, version) IN (VALUES {rows}) {skipping}
)
UPDATE search_outbox SET {changes} WHERE service_id IN (SELECT service_id FROM unchanged)
"""
_DONE = "due_at = %s, leased_until = 0, attempts = 0, error = '', gave_up_at = NULL"
_FREE = "leased_until = %s"
# As `_DONE`, for everything that begins anew.
_AFRESH = {"leased_until": 0, "attempts": 0, "error": "", "gave_up_at": None}


@dataclass(frozen=True)
class Versioned:
    """A listing at a version."""

    service_id: int
    version: int


def note(ids: Sequence[int]) -> None:
    """Those listings changed: call it inside the transaction that changes them."""
    now = int(time())
    for batch in batches(sorted(ids), BATCH):
        rows = ", ".join(["(%s, 1, %s, 0, 0, '', NULL)"] * len(batch))
        _execute(_NOTE.format(rows=rows), [value for number in batch for value in (number, now)])


def note_everything() -> None:
    """The database's own index was made anew: nothing that was sent before counts."""
    known = Outbox.objects.values("service_id")
    note(list(Entry.objects.exclude(pk__in=known).values_list("pk", flat=True)))
    Outbox.objects.update(version=F("version") + 1, due_at=int(time()), **_AFRESH)


def is_waiting() -> bool:
    """Whether there is anything that no worker has yet."""
    now = int(time())
    return Outbox.objects.filter(due_at__lte=now, leased_until__lte=now).exists()


def is_late() -> bool:
    """Whether something waits for so long that the index would tell lies."""
    return Outbox.objects.filter(due_at__lt=int(time()) - LATE_SECONDS).exists()


def claim(most: int = BATCH) -> list[Versioned]:
    """Takes what is due for this worker, for a while."""
    if not is_waiting():
        return []
    now = int(time())
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM.format(skipping=_skipping()), [now, now, most, now + LEASE_SECONDS])
        return [Versioned(*row) for row in cursor.fetchall()]


def settle(done: Sequence[Versioned], next_due: int | None = None) -> None:
    """Those are in the index; what changed in the meantime stays due."""
    _update_if_unchanged(_DONE, next_due, done)


def release(claimed: Sequence[Versioned]) -> None:
    """The index is away: they wait on, since when they have waited, and nobody is blamed."""
    _update_if_unchanged(_FREE, 0, claimed)


def refuse(refused: Versioned, error: str) -> None:
    """The index does not take it: later again, and at last not any more, until an editor looks."""
    row = Outbox.objects.filter(pk=refused.service_id, version=refused.version)
    attempts = row.values_list("attempts", flat=True).first()
    if attempts is None:
        return
    attempts += 1
    given_up = attempts >= MOST_ATTEMPTS
    row.update(
        attempts=attempts,
        error=error[:_LONGEST_ERROR],
        leased_until=0,
        due_at=None if given_up else int(time()) + _FIRST_RETRY_SECONDS * 2**attempts,
        gave_up_at=timezone.now() if given_up else None,
    )


def hurry(ids: Sequence[int]) -> None:
    """Due now, though nothing changed: what the index has of them is wrong."""
    for batch in batches(ids, BATCH):
        Outbox.objects.filter(pk__in=batch).update(due_at=int(time()), **_AFRESH)


@dataclass(frozen=True)
class State:
    waiting: int
    oldest: datetime | None
    given_up: int


def state() -> State:
    waiting = Outbox.objects.filter(due_at__lte=int(time()))
    oldest = waiting.order_by("due_at").values_list("due_at", flat=True).first()
    return State(
        waiting=waiting.count(),
        oldest=datetime.fromtimestamp(oldest, timezone.get_current_timezone()) if oldest else None,
        given_up=Outbox.objects.given_up().count(),
    )


def _skipping() -> str:
    """Rows that an import holds are left to it: it notes them anyway when it commits."""
    return "FOR UPDATE SKIP LOCKED" if connection.features.has_select_for_update_skip_locked else ""


def _update_if_unchanged(changes: str, moment: int | None, wanted: Sequence[Versioned]) -> None:
    for batch in batches(wanted, BATCH):
        rows = ", ".join(["(%s, %s)"] * len(batch))
        values = [value for each in batch for value in (each.service_id, each.version)]
        statement = _IF_UNCHANGED.format(changes=changes, rows=rows, skipping=_skipping())
        _execute(statement, [*values, moment])


def _execute(statement: str, values: Sequence[int | None]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
