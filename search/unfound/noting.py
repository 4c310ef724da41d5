"""Reading writes nothing: what found nothing is counted in memory, and written down outside of any request.

The first one starts a timer; after a minute, or when the process ends, all are written at once. While the
database cannot be written to, they wait.
"""

import logging
from collections import Counter
from multiprocessing.util import Finalize
from threading import Lock, Timer
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, connections
from django.utils.timezone import localdate

from search.query import Query
from search.unfound.keeping import Miss, add, miss_of, purge

if TYPE_CHECKING:
    from datetime import date

SECONDS_HELD = 60
MOST_HELD = 200

logger = logging.getLogger(__name__)


class Notes:
    """What this process has not written down yet."""

    def __init__(self) -> None:
        self._counts: Counter[Miss] = Counter()
        self._timer: Timer | None = None
        self._purged_on: date | None = None
        self._lock = Lock()

    def note(self, miss: Miss) -> None:
        with self._lock:
            if miss in self._counts or len(self._counts) < MOST_HELD:
                self._counts[miss] += 1
            if self._timer is None:
                self._timer = Timer(SECONDS_HELD, self._on_time)
                self._timer.daemon = True
                self._timer.start()

    def flush(self) -> None:
        """Write everything down; and once a day, delete what is too old."""
        counts = self._take()
        if not counts:
            return
        today = localdate()
        try:
            add(counts, today)
            counts.clear()
            if self._purged_on != today:
                purge(today)
                self._purged_on = today
        except DatabaseError:
            logger.warning("Searches that found nothing could not be written down; they wait.")
            with self._lock:
                self._counts += counts

    def _take(self) -> Counter[Miss]:
        with self._lock:
            counts, self._counts = self._counts, Counter()
            if self._timer:
                self._timer.cancel()
            self._timer = None
        return counts

    def _on_time(self) -> None:
        try:
            self.flush()
        finally:
            connections.close_all()  # those of the timer's own thread


notes = Notes()
# `atexit` is not heard in processes that multiprocessing made, as the workers of granian are.
Finalize(None, notes.flush, exitpriority=1)


def note(asked: Query, query: Query, total: int) -> None:
    """Called with every search and how it was understood.

    Only the first page of words that found nothing counts.
    """
    if total or asked.page > 1 or not settings.COUNT_UNFOUND:
        return
    if miss := miss_of(asked, query):
        notes.note(miss)
