"""The page of results through the whole stack, made anew each time, beside Wagtail's stock search in one run.

Both are asked the same thousands of things in turn, and no page is kept. The stock search is asked as Wagtail
leaves it, and again after ANALYZE, which nothing in Wagtail runs and which makes it much faster.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median

from tests.benchmarks.served import served
from tests.benchmarks.wrk import requests_per_second
from tests.running_site import ROOT, RunningSite, running_site

LISTINGS = int(os.environ.get("PAGES_LISTINGS", "10000"))
SEED = 20
ROUNDS = 5
SECONDS = 5
ADDRESSES = 4_000
STOCK = "tests.benchmarks.yardsticks.stock.wsgi:application"
FILL = """
from django.utils.timezone import localdate
from directory.models import Service
from search.index import rebuild
from tests.benchmarks.generated.listings import Listings
from tests.benchmarks.generated.storing import prepare, store
prepare()
first = 1 + max(Service.objects.values_list("pk", flat=True), default=0)
store(Listings({seed}, localdate()), range({first}, {first} + {count}))
print(rebuild())
"""
ANALYZE = """
from django.db import connection
connection.cursor().execute("ANALYZE")
"""
BROTLI = {"Accept-Encoding": "br"}


def main() -> None:
    with directory_of(LISTINGS) as site:
        environment = stock_of(site)
        addresses = asked()
        in_stock = [address.removeprefix("/fa/directory") for address in addresses]
        for state in ("as it comes", "after ANALYZE"):
            ours, theirs = [], []
            for _round in range(ROUNDS):
                # Gone before ours is asked: it goes on working at what nobody waits for any more.
                with served(STOCK, environment) as stock:
                    theirs.append(requests_per_second(stock, in_stock, SECONDS))
                ours.append(requests_per_second(site.url, addresses, SECONDS, BROTLI))
                print(f"  round: ours {ours[-1]:.0f}/s, stock {theirs[-1]:.1f}/s", flush=True)
            print(
                f"{LISTINGS:,} listings, median of {ROUNDS}: page of results {median(ours):.0f}/s, Wagtail's "
                f"stock search {state} {median(theirs):.1f}/s ({median(ours) / median(theirs):.0f} times)",
                flush=True,
            )
            site.python(ANALYZE)


@contextmanager
def directory_of(listings: int) -> Iterator[RunningSite]:
    """The demonstration and so many generated listings; no page is kept."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(Path(folder), PAGE_CACHE_MEGABYTES="0") as site,
    ):
        site.python(FILL.format(seed=SEED, first=10_001, count=listings))
        yield site


def stock_of(site: RunningSite) -> dict[str, str]:
    """The environment of a stock site with the same listings."""
    environment = {**site.environment, "DJANGO_SETTINGS_MODULE": "tests.benchmarks.yardsticks.stock.settings"}
    command = [sys.executable, "-m", "tests.benchmarks.yardsticks.stock.fill"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return environment


def asked() -> list[str]:
    """Addresses that both sides understand, no two the same."""
    from search.parameters import querystring
    from tests.benchmarks.generated.queries import queries

    found: dict[str, None] = {}
    for query in queries(SEED, 3 * ADDRESSES):
        plain = replace(query, city=(), delivery=(), audience=(), no_papers=False, open_now=False, page=1)
        found[f"/fa/directory/{querystring(plain)}"] = None
    return list(found)[:ADDRESSES]


if __name__ == "__main__":
    main()
