"""The ledger of erasures: a file outside the database, in which nothing is ever changed.

A backup that is restored brings back what was erased after it was made. The ledger says what: table and UUID,
nothing of what stood there. Each erasure has a first line, on the disk before its rows are gone for good, and
later a second one that says how it ended.
"""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

from confidential.enums import ErasureState

_LINE_END = b"\n"


class LedgerError(Exception):
    """Nothing is erased that could not be erased again."""


@dataclass(frozen=True)
class Line:
    """Of one row in one erasure; `at` is an ISO time in UTC."""

    erasure: str
    state: ErasureState
    at: str
    table: str
    row: str
    why: str


def append(lines: Iterable[Line]) -> None:
    """All of them, on the disk when this returns; writers wait for each other."""
    written = b"".join(json.dumps(asdict(line)).encode() + _LINE_END for line in lines)
    if not written:
        return
    try:
        with _opened(os.O_RDWR | os.O_CREAT | os.O_APPEND, fcntl.LOCK_EX) as ledger:
            _cut_off_half_a_line(ledger)
            _write(ledger, written)
            os.fsync(ledger)
            _keep_its_name()
    except OSError as error:
        raise LedgerError(f"The ledger of erasures cannot be written ({error.strerror}).") from error


def read() -> list[Line]:
    """In order. No ledger, or one that holds anything else, is an error: silence would undo erasures."""
    try:
        with _opened(os.O_RDONLY, fcntl.LOCK_SH) as ledger, os.fdopen(os.dup(ledger), "rb") as file:
            content = file.read()
    except OSError as error:
        raise LedgerError(f"The ledger of erasures cannot be read ({error.strerror}).") from error
    complete, _end, _half_a_line = content.rpartition(_LINE_END)
    lines = complete.split(_LINE_END) if complete else []
    return [_line(number, text) for number, text in enumerate(lines, start=1)]


def exists() -> bool:
    return Path(settings.ERASURE_LEDGER).exists()


def _line(number: int, text: bytes) -> Line:
    try:
        fields = json.loads(text)
        return Line(**{**fields, "state": ErasureState(fields["state"])})
    except (ValueError, TypeError, KeyError, LookupError) as error:
        raise LedgerError(f"Line {number} of the ledger of erasures cannot be read.") from error


@contextmanager
def _opened(flags: int, lock: int) -> Iterator[int]:
    ledger = os.open(settings.ERASURE_LEDGER, flags | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(ledger, lock)
        yield ledger
    finally:
        os.close(ledger)


def _cut_off_half_a_line(ledger: int) -> None:
    """A writer that died in the middle never came to erase anything: its line was not on the disk yet."""
    size = os.fstat(ledger).st_size
    tail = os.pread(ledger, 4096, max(0, size - 4096))
    if tail and not tail.endswith(_LINE_END):
        os.ftruncate(ledger, size - len(tail.rpartition(_LINE_END)[2]))


def _write(ledger: int, content: bytes) -> None:
    while content:
        content = content[os.write(ledger, content) :]


def _keep_its_name() -> None:
    """A new file is only found again once its folder is on the disk too."""
    folder = os.open(Path(settings.ERASURE_LEDGER).parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
