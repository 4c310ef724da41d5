"""How long somebody waits for an engine elsewhere: a second for all that one page asks, not for each call."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic

SECONDS_TO_ANSWER = 1.0

_until: ContextVar[float | None] = ContextVar("_until", default=None)


class Patience:
    """Only what the calls themselves take is counted: what else a page does is not the engine's fault."""

    def __init__(self, seconds: float = SECONDS_TO_ANSWER) -> None:
        self._left = seconds

    @property
    def is_over(self) -> bool:
        return self._left <= 0

    @contextmanager
    def waiting(self) -> Iterator[None]:
        began = monotonic()
        token = _until.set(began + self._left)
        try:
            yield
        finally:
            _until.reset(token)
            self._left -= monotonic() - began


def seconds_left() -> float:
    """For the call that is being made."""
    until = _until.get()
    return SECONDS_TO_ANSWER if until is None else until - monotonic()
