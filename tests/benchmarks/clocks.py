"""Time by the clock, which neighbours make longer, and of the processor: nearer to an idle machine."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Taken:
    """In seconds; the processor's are those of programs that were started, and have ended."""

    seconds: float = 0
    processor: float = 0


@contextmanager
def taken() -> Iterator[Taken]:
    found = Taken()
    began, before = time.perf_counter(), _of_children()
    yield found
    found.seconds, found.processor = time.perf_counter() - began, _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
