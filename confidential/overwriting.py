"""What was deleted leaves the files of SQLite as well.

`PRAGMA secure_delete` of each connection overwrites rows with zeros. Beyond that, SQLite keeps pages as they
were in its write-ahead log, and scraps in pages it has shuffled. PostgreSQL's own vacuum gives the room to
new rows; what its disk still holds is ciphertext (docs/confidential.md).
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection
from django.db.backends.utils import CursorWrapper

TRIES = 5
# In all a second: somebody may wait for the page that says it is erased.
_PATIENCE_MILLISECONDS = 200

logger = logging.getLogger(__name__)


def empty_log() -> bool:
    """Move what is in the log into the database and cut the log off; False while readers hold on to it."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    with connection.cursor() as cursor, _little_patience(cursor):
        if any(_is_cut_off(cursor) for _try in range(TRIES)):
            return True
    logger.warning("The log of SQLite is in use; the next purge empties it.")
    return False


def _is_cut_off(cursor: CursorWrapper) -> bool:
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    is_busy, _pages, _moved = cursor.fetchone()
    return not is_busy


@contextmanager
def _little_patience(cursor: CursorWrapper) -> Iterator[None]:
    cursor.execute("PRAGMA busy_timeout")
    (before,) = cursor.fetchone()
    cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MILLISECONDS}")
    try:
        yield
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {before}")


def rewrite() -> None:
    """Write the whole file anew, without scraps."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
    except OperationalError:
        logger.warning("The database is in use; the next purge writes it anew.")
    empty_log()
