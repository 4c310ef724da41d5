"""What can be in the way of a start, said in words instead of a traceback, before anything is changed."""

import fcntl
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

PORTS = range(1, 2**16)


def give_up(problem: str, advice: str) -> NoReturn:
    sys.exit(f"\n\n  {problem}\n  {advice}\n")


def check_address(host: str, port: int) -> None:
    """Nothing else may listen there; the system itself says why not."""
    reason = _why_not(host, port) if port in PORTS else f"a port lies between 1 and {PORTS[-1]}"
    if reason:
        give_up(
            f"Nothing can be served on {host}, port {port}: {reason}.",
            "Perhaps Panah is running already. To choose another address: make start PORT=8001",
        )


def _why_not(host: str, port: int) -> str | None:
    try:
        family, _kind, _protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # What only waits for its last packets is no obstacle.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        return str(error.strerror)
    return None


def check_writable(path: Path) -> None:
    """The file, or where it will be."""
    place = path if path.exists() else path.parent
    if not os.access(place, os.W_OK):
        give_up(
            f"{place} cannot be written to.",
            "Panah keeps its secrets there. Let your user write there, or set them in the environment.",
        )


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Two starts at once would both make the database; serving twice from one folder is fine."""
    with (folder / "start.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            give_up(f"Another start is under way in {folder}.", "Wait until it is done, or stop it.")
        yield
