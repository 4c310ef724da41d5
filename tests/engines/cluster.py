"""The three nodes that fault tests kill and bring back."""

import fcntl
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

PROGRAM = Path(
    os.environ.get(
        "ELASTICSEARCH_CLUSTER", Path(__file__).parents[3] / "shared" / "elasticsearch" / "cluster"
    )
)
NODES = 3


@contextmanager
def in_peace() -> Iterator[None]:
    """Beside others who need every node; nobody kills one meanwhile."""
    yield from _holding(fcntl.LOCK_SH)


@contextmanager
def alone() -> Iterator[None]:
    """For who kills nodes."""
    yield from _holding(fcntl.LOCK_EX)


def _holding(kind: int) -> Iterator[None]:
    path = Path(settings.DATA_DIR) / "test" / "cluster.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, kind)
        yield


def kill(node: int) -> None:
    """SIGKILL: it has no time to say goodbye."""
    _run("kill", str(node))


def bring_back(node: int) -> None:
    """Until the cluster is whole again."""
    _run("up", str(node))


def bring_back_all() -> None:
    _run("start", "--nodes", str(NODES))


def _run(*arguments: str) -> None:
    subprocess.run([PROGRAM, *arguments], check=True, capture_output=True)
