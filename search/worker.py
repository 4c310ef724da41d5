"""Brings changes to Elasticsearch, in a process of its own or beside the requests of a web process.

Any number may run at once: each takes what no other one has, and versions keep the order.
"""

import logging
from threading import Event, Thread

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections

from search import outbox
from search.engines.base import EngineAwayError

IDLE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0

logger = logging.getLogger(__name__)


def start_beside_requests() -> Thread | None:
    """For installations without a worker of their own. What it leaves, the next one does."""
    if not (settings.ELASTICSEARCH_URL and settings.SEARCH_WORKER):
        return None
    thread = Thread(target=run, args=[Event()], name="search-worker", daemon=True)
    thread.start()
    return thread


def run(stop: Event) -> None:
    """Until it is told to stop; no error ends it."""
    pause = 0.0
    try:
        while not stop.wait(pause):
            pause = _pause_after_round(pause)
    finally:
        connections.close_all()


def _pause_after_round(pause: float) -> float:
    """Longer each time that something is away."""
    from search.engines.elasticsearch import index

    close_old_connections()
    try:
        applied = index.apply_due()
    except EngineAwayError:
        pass  # the status says so, and each search that the database has to answer
    except DatabaseError as error:
        connections.close_all()
        logger.warning("The search worker waits for the database (%s)", type(error).__name__)
    except Exception:
        logger.exception("The search worker could not finish a round")
    else:
        return 0.0 if applied >= outbox.BATCH else IDLE_SECONDS
    return min(LONGEST_PAUSE_SECONDS, max(IDLE_SECONDS, pause * 2))
