"""The three nodes that fault tests kill and bring back."""

import os
import subprocess
from pathlib import Path

PROGRAM = Path(
    os.environ.get(
        "ELASTICSEARCH_CLUSTER", Path(__file__).parents[3] / "shared" / "elasticsearch" / "cluster"
    )
)
NODES = 3


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
