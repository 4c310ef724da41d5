"""How many answers a second: wrk with eight connections, or threads of Python where it is not installed."""

import http.client
import random
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

CONNECTIONS = 8
NO_HEADERS: Mapping[str, str] = {}
# Each of wrk's threads goes through the addresses from a place of its own.
SCRIPT = """
local addresses = {}
for line in io.lines("%s") do table.insert(addresses, line) end
local next_one = 0
function setup(thread) thread:set("begin", math.random(#addresses)) end
function init(args) next_one = begin end
function request()
  next_one = next_one %% #addresses + 1
  return wrk.format("GET", addresses[next_one])
end
local bad = 0
function done(summary, latency, requests) io.write("Bad: ", summary.errors.status, "\\n") end
"""


def requests_per_second(
    site: str, addresses: Sequence[str], seconds: int, headers: Mapping[str, str] = NO_HEADERS
) -> float:
    """Over those addresses in turn; an answer that is not a page stops the benchmark."""
    if shutil.which("wrk"):
        return _by_wrk(site, addresses, seconds, headers)
    return _by_threads(site, addresses, seconds, headers)


def _by_wrk(site: str, addresses: Sequence[str], seconds: int, headers: Mapping[str, str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        listed, script = Path(folder, "addresses"), Path(folder, "turns.lua")
        listed.write_text("\n".join(addresses), encoding="utf-8")
        script.write_text(SCRIPT % listed, encoding="utf-8")
        options = [f"--header={name}: {value}" for name, value in headers.items()]
        options += ["--threads=2", f"--connections={CONNECTIONS}", f"--duration={seconds}", "--timeout=30"]
        # A script takes time from the site, so one address goes without.
        asked = [site + addresses[0]] if len(addresses) == 1 else [f"--script={script}", site]
        output = subprocess.run(["wrk", *options, *asked], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output:
        raise AssertionError(f"Not every answer was a page:\n{output}")
    return float(re.search(r"Requests/sec:\s*([\d.]+)", output)[1])


def _by_threads(site: str, addresses: Sequence[str], seconds: int, headers: Mapping[str, str]) -> float:
    print("  wrk is not installed: Python asks, which takes a good part of the processor.", flush=True)
    answered: list[int] = []
    ending = time.monotonic() + seconds
    asking = [
        threading.Thread(target=_ask, args=(site, addresses, headers, ending, answered))
        for _each in range(CONNECTIONS)
    ]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    return len(answered) / seconds


def _ask(
    site: str, addresses: Sequence[str], headers: Mapping[str, str], ending: float, answered: list[int]
) -> None:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=30)
    turn = random.randrange(len(addresses))  # noqa: S311 - chance, not secrets
    while time.monotonic() < ending:
        turn = (turn + 1) % len(addresses)
        connection.request("GET", addresses[turn], headers=dict(headers))
        response = connection.getresponse()
        response.read()
        answered.append(response.status)
