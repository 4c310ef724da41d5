"""Threads beside the requests of a web process, for what nobody waits for: purge, post, reminders, schedule.

Any number of processes may run them at once: what each does is claimed in the database first.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from threading import Event, Thread

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connections

LONGEST_PAUSE = timedelta(minutes=5)
_FIRST_PAUSE = timedelta(seconds=5)

logger = logging.getLogger(__name__)

# Does what is due, and says how long to wait before it is asked again.
Round = Callable[[], timedelta]


_registered: dict[str, tuple[str, Round]] = {}


def register(name: str, switch: str, todo: Round) -> None:
    """For an app's ready(); `switch` is the setting that leaves it to a command instead."""
    _registered[name] = (switch, todo)


def start_beside_requests() -> list[Thread]:
    threads = [
        Thread(target=run, args=[todo, Event()], name=name, daemon=True)
        for name, (switch, todo) in _registered.items()
        if getattr(settings, switch)
    ]
    for thread in threads:
        thread.start()
    return threads


def run(todo: Round, stop: Event) -> None:
    """Until it is told to stop; no error ends it."""
    pause = _FIRST_PAUSE
    try:
        while not stop.wait(pause.total_seconds()):
            pause = _pause_after(todo, pause)
    finally:
        connections.close_all()


def _pause_after(todo: Round, pause: timedelta) -> timedelta:
    """Longer each time that something fails."""
    close_old_connections()
    try:
        return todo()
    except DatabaseError as error:
        connections.close_all()
        logger.warning("What runs beside the requests waits for the database (%s)", type(error).__name__)
    except Exception:
        logger.exception("What runs beside the requests could not finish a round")
    return min(LONGEST_PAUSE, max(_FIRST_PAUSE, pause * 2))
