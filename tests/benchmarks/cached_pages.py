"""How fast a ready page is, beside a bare Django view that returns the same bytes in the same run.

Two granian workers with one blocking thread each, eight connections of wrk, rounds of both in turn.
"""

import tempfile
import urllib.request
from pathlib import Path
from statistics import median

from tests.benchmarks.served import served
from tests.benchmarks.wrk import requests_per_second
from tests.running_site import running_site

ADDRESSES = ("/en/safety/", "/fa/safety/")
BROTLI = {"Accept-Encoding": "br"}
BARE_VIEW = "tests.benchmarks.yardsticks.bare_view:application"
ROUNDS = 3
SECONDS = 4


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, running_site(Path(folder)) as site:
        for address in ADDRESSES:
            measure(site.url, address, Path(folder))


def measure(site: str, address: str, folder: Path) -> None:
    body, etag = _fetch(site + address)
    (folder / "body").write_bytes(body)
    with served(BARE_VIEW, {"BARE_VIEW_BODY": str(folder / "body")}) as bare:
        ready, unchanged, yardstick = [], [], []
        for _round in range(ROUNDS):
            yardstick.append(requests_per_second(bare, [address], SECONDS, BROTLI))
            ready.append(requests_per_second(site, [address], SECONDS, BROTLI))
            unchanged.append(requests_per_second(site, [address], SECONDS, {**BROTLI, "If-None-Match": etag}))
    print(
        f"{address:<28} {len(body):>6} bytes   bare view {median(yardstick):>6.0f}/s   "
        f"ready page {median(ready):>6.0f}/s ({median(ready) / median(yardstick):.0%})   "
        f"unchanged (304) {median(unchanged):>6.0f}/s ({median(unchanged) / median(yardstick):.0%})",
        flush=True,
    )


def _fetch(url: str) -> tuple[bytes, str]:
    with urllib.request.urlopen(urllib.request.Request(url, headers=BROTLI)) as response:
        return response.read(), response.headers["ETag"]
