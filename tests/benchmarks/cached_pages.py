"""How fast a ready page is, beside a bare Django view that returns the same bytes in the same run.

Two granian workers with one blocking thread each, eight connections of wrk, rounds of both in turn.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from config import start
from tests.running_site import ROOT, free_port, running_site

ADDRESSES = ("/en/safety/", "/fa/safety/")
BROTLI = {"Accept-Encoding": "br"}
ROUNDS = 3
SECONDS = 4


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, running_site(Path(folder)) as site:
        for address in ADDRESSES:
            measure(site.url, address, Path(folder))


def measure(site: str, address: str, folder: Path) -> None:
    body, etag = _fetch(site + address)
    (folder / "body").write_bytes(body)
    with bare_view(folder / "body") as bare:
        ready, unchanged, yardstick = [], [], []
        for _round in range(ROUNDS):
            yardstick.append(_requests_per_second(bare + address, BROTLI))
            ready.append(_requests_per_second(site + address, BROTLI))
            unchanged.append(_requests_per_second(site + address, {**BROTLI, "If-None-Match": etag}))
    print(
        f"{address:<28} {len(body):>6} bytes   bare view {median(yardstick):>6.0f}/s   "
        f"ready page {median(ready):>6.0f}/s ({median(ready) / median(yardstick):.0%})   "
        f"unchanged (304) {median(unchanged):>6.0f}/s ({median(unchanged) / median(yardstick):.0%})",
        flush=True,
    )


@contextmanager
def bare_view(body: Path) -> Iterator[str]:
    port = free_port()
    arguments = start.server_arguments("127.0.0.1", str(port))
    arguments[-1] = "tests.benchmarks.bare_view:application"
    command = [str(Path(sys.executable).parent / "granian"), *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "BARE_VIEW_BODY": str(body)})
    time.sleep(3)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=20)


def _fetch(url: str) -> tuple[bytes, str]:
    with urllib.request.urlopen(urllib.request.Request(url, headers=BROTLI)) as response:
        return response.read(), response.headers["ETag"]


def _requests_per_second(url: str, headers: dict[str, str]) -> float:
    options = [f"--header={name}: {value}" for name, value in headers.items()]
    command = ["wrk", "--threads=2", "--connections=8", f"--duration={SECONDS}", *options, url]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(re.search(r"Requests/sec:\s*([\d.]+)", output)[1])
