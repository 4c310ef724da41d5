"""A yardstick, served exactly as the site is: two workers of granian with one thread each."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from config import start
from tests.running_site import ROOT, free_port, running_site

SECONDS_TO_START = 60


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of the site with its demonstration, or of the one that runs already at BENCH_SITE."""
    if running := os.environ.get("BENCH_SITE"):
        yield running.rstrip("/")
        return
    with tempfile.TemporaryDirectory() as folder, running_site(Path(folder)) as site:
        yield site.url


@contextmanager
def served(application: str, environment: Mapping[str, str]) -> Iterator[str]:
    """The address of a WSGI application, named as "module:name"."""
    port = free_port()
    arguments = [*start.server_arguments("127.0.0.1", str(port))[:-1], application]
    command = [str(Path(sys.executable).parent / "granian"), *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment})
    try:
        _wait(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(url: str) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            urllib.request.urlopen(url, timeout=10).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return
