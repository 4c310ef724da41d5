"""The real site, started as `make start` does, on a data folder of its own."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from tests.secret_values import SECRETS

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_START = 180
SECONDS_TO_END = 40


@dataclass(frozen=True)
class RunningSite:
    url: str
    admin_name: str
    admin_password: str
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        """Run a command of manage.py on the running site's data."""
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True
        ).stdout

    def python(self, code: str) -> str:
        """Run code on the running site's data, and give back what it printed."""
        return self.manage("shell", "--no-imports", "-c", code)


@contextmanager
def running_site(folder: Path, **settings: str) -> Iterator[RunningSite]:
    """`settings` are variables of its environment."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        **SECRETS,
        "SITE_URL": url,
        "PYTHONUNBUFFERED": "1",
        **settings,
    }
    output = folder / "output.txt"
    with output.open("w") as log:
        command = [sys.executable, "-m", "config.start", "--port", str(port)]
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        _wait_until_it_answers(f"{url}/robots.txt", process, output)
        name, password = _log_in_as(output)
        yield RunningSite(url, name, password, environment)
    finally:
        process.terminate()
        _wait_until_it_ends(process)


@contextmanager
def site_of_this_run(shared: Path, own: Path) -> Iterator[RunningSite]:
    """A first start takes half a minute: one process of a run does it, and all go on with a copy."""
    made = shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            _start_once(made)
    shutil.copytree(made, own, dirs_exist_ok=True)
    name, password = _log_in_as(made / "output.txt")
    with running_site(own) as site:
        yield replace(site, admin_name=name, admin_password=password)


def _start_once(folder: Path) -> None:
    """Stopped again before it is copied: files of a database at work come and go."""
    unfinished = folder.with_suffix(".unfinished")
    unfinished.mkdir()
    with running_site(unfinished):
        pass
    unfinished.rename(folder)


def _wait_until_it_ends(process: subprocess.Popen) -> None:
    """A busy server may take its time, but it ends by itself, and leaves no worker behind."""
    try:
        process.wait(timeout=SECONDS_TO_END)
        ended = True
    except subprocess.TimeoutExpired:
        ended = False
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
        ended = False
    process.wait()
    assert ended, "The site, or a worker of it, did not end when it was told to"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_it_answers(url: str, process: subprocess.Popen, output: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"The site did not start:\n{output.read_text()}")


def _log_in_as(output: Path) -> tuple[str, str]:
    """Empty where it was no first start, which alone says them."""
    line = next((line for line in output.read_text().splitlines() if "Log in as" in line), None)
    if line is None:
        return "", ""
    words = line.split()
    return words[3], words[5]
