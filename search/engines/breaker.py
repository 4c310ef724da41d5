"""Keeps from asking again and again what does not answer."""

from collections.abc import Callable
from threading import Lock
from time import monotonic

FIRST_PAUSE_SECONDS = 2.0
LONGEST_PAUSE_SECONDS = 30.0


class Breaker:
    """After a failure nobody asks for a while; then one may try. The pause doubles when that fails too."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._pause = 0.0
        self._closed_until = 0.0

    def allows(self) -> bool:
        with self._lock:
            if not self._pause:
                return True
            if self._clock() < self._closed_until:
                return False
            # Whoever comes while this one tries is answered elsewhere.
            self._closed_until = self._clock() + self._pause
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._pause = 0.0

    def failed(self) -> None:
        with self._lock:
            self._pause = min(LONGEST_PAUSE_SECONDS, self._pause * 2 or FIRST_PAUSE_SECONDS)
            self._closed_until = self._clock() + self._pause
