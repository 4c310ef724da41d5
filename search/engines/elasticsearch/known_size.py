"""How many listings the index holds, roughly: counted again once in a while."""

from collections.abc import Callable
from time import monotonic

_SECONDS_KEPT = 60


class KnownSize:
    def __init__(self) -> None:
        self._size, self._until = 0, 0.0

    def current(self, count: Callable[[], int]) -> int:
        if monotonic() >= self._until:
            self._size, self._until = count(), monotonic() + _SECONDS_KEPT
        return self._size
