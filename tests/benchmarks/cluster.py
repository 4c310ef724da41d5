"""An Elasticsearch of our own for as long as something is measured."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.engines.cluster import PROGRAM


@contextmanager
def elasticsearch(nodes: int) -> Iterator[str | None]:
    """Its ELASTICSEARCH_URL, or None where nothing starts one."""
    if not PROGRAM.exists():
        yield None
        return
    started = subprocess.run(
        [PROGRAM, "start", "--nodes", str(nodes)], check=True, capture_output=True, text=True
    )
    try:
        yield started.stdout.strip().removeprefix("ELASTICSEARCH_URL=")
    finally:
        subprocess.run([PROGRAM, "stop"], check=True, capture_output=True)
