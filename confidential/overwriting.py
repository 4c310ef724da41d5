"""What was deleted leaves the files of SQLite as well.

`PRAGMA secure_delete` of each connection overwrites rows with zeros. Beyond that, SQLite keeps pages as they
were in its write-ahead log, and scraps in pages it has shuffled. PostgreSQL's own vacuum gives the room to new rows;
what its disk still holds is ciphertext (docs/confidential.md).
"""

import logging
import time

from django.db import OperationalError, connection

TRIES = 5
_PAUSE_SECONDS = 0.2

logger = logging.getLogger(__name__)


def empty_log() -> bool:
    """Move what is in the log into the database and cut the log off; False while readers hold on to it."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return False
    for attempt in range(TRIES):
        time.sleep(_PAUSE_SECONDS * attempt)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            is_busy, _pages, _moved = cursor.fetchone()
        if not is_busy:
            return True
    logger.warning("The log of SQLite is in use; the next purge empties it.")
    return False


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
