"""The engines beside Wagtail's stock search backends, on the same listings: the same words and filters, the
best twenty, their total and the counts that the stock backend can give.

STOCK_SIZES="1000 10000" names the sizes, STOCK_ON="SQLite PostgreSQL Elasticsearch" what they run on; of
Elasticsearch it is the stock backend for version 9. Stock backends fold no spelling, forgive no slip, and
count four kinds of choices (on Elasticsearch two) where ours count nine, each with its own choice in force.
Ours are asked as if nobody had asked any of the words before.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from statistics import median, quantiles
from unittest.mock import patch

from tests.benchmarks.cluster import elasticsearch
from tests.benchmarks.engine import SEED, timed
from tests.benchmarks.loud import not_measured
from tests.benchmarks.postgresql import postgresql
from tests.running_site import ROOT
from tests.secret_values import SECRETS

SIZES = os.environ.get("STOCK_SIZES", "1000 10000").split()
ON = os.environ.get("STOCK_ON", "SQLite PostgreSQL Elasticsearch").split()
WARMING, ASKED = 10, 100
COLUMNS = "{:<15}{:>10}   {:<22}{:>9}{:>9}"
UNDERSTOOD_BY_BOTH = {
    "city": (),
    "delivery": (),
    "audience": (),
    "no_papers": False,
    "open_now": False,
    "page": 1,
}


def main() -> None:
    print(COLUMNS.format("on", "listings", "which", "p50, ms", "p95, ms"), flush=True)
    for size in SIZES:
        for name in ON:
            with tempfile.TemporaryDirectory() as folder, _servers(name, folder) as addresses:
                if addresses:
                    _in_a_process(name, size, {"DATA_DIR": folder, **addresses})
                else:
                    not_measured(f"stock search on {name}", "no server of it is installed")


@contextmanager
def _servers(name: str, folder: str) -> Iterator[dict[str, str]]:
    """What the environment has to say of them; nothing where there is none."""
    on_sqlite = {"DATABASE_URL": f"sqlite:///{folder}/stock.sqlite3", "ELASTICSEARCH_URL": ""}
    if name == "PostgreSQL":
        with postgresql() as address:
            yield {**on_sqlite, "DATABASE_URL": address} if address else {}
    elif name == "Elasticsearch":
        with elasticsearch(1) as cluster:
            yield {**on_sqlite, "ELASTICSEARCH_URL": cluster} if cluster else {}
    else:
        yield on_sqlite


def _in_a_process(name: str, size: str, addresses: dict[str, str]) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.yardsticks.stock.settings"}
    command = [sys.executable, "-m", "tests.benchmarks.stock", name, size]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **SECRETS, **settings, **addresses}, check=True)


def measure(name: str, size: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.utils.timezone import localdate

    from search.engines.postings import Postings
    from search.index import rebuild
    from tests.benchmarks.engine import copy_to_the_cluster, engine_of_settings
    from tests.benchmarks.generated.listings import Listings
    from tests.benchmarks.generated.queries import queries
    from tests.benchmarks.generated.storing import prepare, store
    from tests.benchmarks.yardsticks.stock import fill
    from tests.benchmarks.yardsticks.stock.asking import ask

    call_command("migrate", interactive=False, verbosity=0)
    prepare()
    store(Listings(SEED, localdate()), range(1, size + 1))
    rebuild()
    fill.main()
    if name == "Elasticsearch":
        copy_to_the_cluster()
    asked = [replace(query, **UNDERSTOOD_BY_BOTH) for query in queries(SEED, WARMING + ASKED)]
    with patch.object(Postings, "_keep"):
        _tell(name, size, "ours", timed(engine_of_settings().search, asked)[0])
    _tell(name, size, "stock, as it comes", timed(ask, asked)[0])
    if name != "Elasticsearch":
        connection.cursor().execute("ANALYZE")
        _tell(name, size, "stock, after ANALYZE", timed(ask, asked)[0])


def _tell(name: str, size: int, which: str, times: list[float]) -> None:
    figures = f"{median(times):.1f}", f"{quantiles(times, n=20)[-1]:.1f}"
    print(COLUMNS.format(name, f"{size:,}", which, *figures), flush=True)


if __name__ == "__main__":
    measure(sys.argv[1], int(sys.argv[2]))
