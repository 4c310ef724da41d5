"""axe and the Nu HTML checker, installed by npm for the tests alone."""

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.running_site import free_port

MODULES = Path(__file__).resolve().parent.parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
# WCAG 2.2 AA, the contrast and targets of AAA, and what axe holds to be good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TARGET_SIZE = {"target-size": {"enabled": True}}
STRICTER = {"color-contrast-enhanced": {"enabled": True}, **TARGET_SIZE}


def axe_is_missing() -> str:
    return "" if AXE.exists() else "axe is not installed: npm ci"


def nu_is_missing() -> str:
    if not shutil.which("java"):
        return "The Nu checker needs Java"
    return "" if NU.exists() else "The Nu checker is not installed: npm ci"


def find_with_axe(page: Page, within: str = "html", stricter: dict[str, Any] = STRICTER) -> list[str]:
    """What axe finds on the page as it is now, a line each; `within` is a selector."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"runOnly": {"type": "tag", "values": RULES}, "rules": stricter, "resultTypes": ["violations"]}
    violations = page.evaluate("([within, options]) => axe.run(within, options)", [within, options])[
        "violations"
    ]
    return [f"{found['id']}: {node['html'][:200]}" for found in violations for node in found["nodes"]]


@contextmanager
def nu_checker() -> Iterator[Callable[[str], list[str]]]:
    """Runs as a server, because starting it takes longer than checking a page."""
    port = free_port()
    address = "-Dnu.validator.servlet.bind-address=127.0.0.1"
    command = ["java", address, "-cp", str(NU), "nu.validator.servlet.Main", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process)
        yield lambda html: _findings(port, html)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _findings(port: int, html: str) -> list[str]:
    headers = {"Content-Type": "text/html; charset=utf-8"}
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/?out=json", data=html.encode(), headers=headers
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        messages = json.load(response)["messages"]
    return [f"{message['type']}: {message['message']} [{message.get('extract', '')}]" for message in messages]


def _wait_for(port: int, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError("The Nu checker did not start")
