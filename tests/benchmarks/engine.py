"""The database's engine over generated listings: text and filters, the best twenty, and every facet counted
as if nothing of it were chosen.

One process for each size, as a worker of the site would be. The first thousand listings are stored in full;
of the others the index alone is made, by the same code; the million are ten of each.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

from tests.benchmarks.loud import not_measured
from tests.benchmarks.postgresql import postgresql
from tests.secret_values import SECRETS

SIZES = {"SQLite": (1_000, 10_000, 100_000, 1_000_000), "PostgreSQL": (1_000, 10_000, 100_000)}
SEED = 20
STORED = 1_000
# More are copies of these, each in its own place.
MADE_ONE_BY_ONE = 100_000
ASKED, WARMING, CHECKED, CHANGES = 300, 30, 5, 20
COLUMNS = "{:<11}{:>10}{:>16}{:>9}{:>9}{:>9}{:>16}{:>12}{:>12}{:>10}{:>9}   {}"


def main() -> None:
    """ENGINE_SIZES="1000 10000" measures those sizes alone, ENGINE_ON=SQLite that database alone."""
    print(COLUMNS.format(*HEADER), flush=True)
    on = os.environ.get("ENGINE_ON", "SQLite PostgreSQL")
    with tempfile.TemporaryDirectory() as folder:
        if "SQLite" in on:
            _grow("SQLite", f"sqlite:///{folder}/engine.sqlite3", folder)
        if "PostgreSQL" not in on:
            return
        with postgresql() as address:
            if address:
                _grow("PostgreSQL", address, folder)
            else:
                not_measured("the engine on PostgreSQL", "no PostgreSQL server is installed")


HEADER = (
    "database", "listings", "built, s (each)", "p50, ms", "p95, ms", "max, ms", "processor, ms", "change, ms",
    "found, ms", "load, s", "MB", "counts that were checked",
)  # fmt: skip


def _grow(name: str, address: str, folder: str) -> None:
    wanted = [int(size) for size in os.environ.get("ENGINE_SIZES", "").split()]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        **SECRETS,
        "DATA_DIR": folder,
        "DATABASE_URL": address,
    }
    there = 0
    for size in wanted or SIZES[name]:
        command = [sys.executable, "-m", "tests.benchmarks.engine", name, str(there), str(size)]
        root = Path(__file__).parent.parent.parent
        subprocess.run(command, cwd=root, env=environment, check=True)
        there = size


def measure(name: str, there: int, size: int) -> None:
    import django

    django.setup()
    built = _build(there, size)
    loaded = _seconds(_first_search)
    times, processor = _ask()
    changed, found = _change()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (
        name,
        f"{size:,}",
        f"{built:.0f} ({1_000 * built / (size - there):.1f} ms)",
        f"{median(times):.1f}",
        f"{quantiles(times, n=20)[-1]:.1f}",
        f"{max(times):.0f}",
        f"{median(processor):.1f}/{quantiles(processor, n=20)[-1]:.1f}",
        f"{changed:.1f}",
        f"{found:.1f}",
        f"{loaded:.2f}",
        f"{memory:.0f}",
    )
    print(COLUMNS.format(*figures, _check()), flush=True)


def _build(there: int, size: int) -> float:
    """Seconds for what was not there yet."""
    from django.core.management import call_command
    from django.utils.timezone import localdate

    from search.index import rebuild
    from tests.benchmarks.generated.indexing import index, repeat
    from tests.benchmarks.generated.listings import Listings
    from tests.benchmarks.generated.storing import prepare, store

    today = localdate()
    if not there:
        call_command("migrate", interactive=False, verbosity=0)
        prepare()
        store(Listings(SEED, today), range(1, STORED + 1))
        rebuilt = _seconds(rebuild)
        return (
            rebuilt
            if size == STORED
            else rebuilt + _seconds(lambda: index(SEED, today, range(STORED + 1, size + 1)))
        )
    if size > MADE_ONE_BY_ONE:
        return _seconds(lambda: repeat(there, size))
    return _seconds(lambda: index(SEED, today, range(there + 1, size + 1)))


def _first_search() -> None:
    from search.engines import current
    from search.query import Query

    current().search(Query())


def _ask() -> tuple[list[float], list[float]]:
    """Milliseconds of each query by the clock, and of them those that this process had the processor."""
    from search.engines import current
    from tests.benchmarks.generated.queries import queries

    engine, times, processor = current(), [], []
    for query in queries(SEED, WARMING + ASKED):
        began, used = perf_counter(), process_time()
        engine.search(query)
        times.append(1_000 * (perf_counter() - began))
        processor.append(1_000 * (process_time() - used))
    return times[WARMING:], processor[WARMING:]


def _change() -> tuple[float, float]:
    """Milliseconds until the index has a listing's new name, and until a search finds it; all taken back."""
    from django.db import transaction

    from directory.models import Service
    from search import index
    from search.engines import current
    from search.query import Query

    changing, finding = [], []
    for number in range(1, CHANGES + 1):
        with transaction.atomic():
            Service.objects.filter(pk=number).update(name="Quisquilia")
            changing.append(1_000 * _seconds(lambda number=number: index.refresh([number])))
            began = perf_counter()
            results = current().search(Query(text="Quisquilia"))
            finding.append(1_000 * (perf_counter() - began))
            if [hit.service_id for hit in results.hits] != [number]:
                raise AssertionError("A change was not found in its own transaction")
            transaction.set_rollback(True)
    return median(changing), median(finding)


def _check() -> str:
    """Every total and every count of some queries, against a plain reading of the whole index."""
    from django.utils import timezone

    from search.engines import current
    from tests.benchmarks.generated.queries import queries
    from tests.benchmarks.generated.reference import Reference

    asked, now = list(queries(SEED + 1, CHECKED)), timezone.now()
    reference = Reference(asked, now)
    reference.read()
    counts = 0
    for number, query in enumerate(asked):
        results = current().search(query, now=now)
        facets = {
            kind: {choice.value: choice.count for choice in found} for kind, found in results.facets.items()
        }
        expected = {
            kind: {value: count for value, count in found.items() if count}
            for kind, found in reference.facets[number].items()
        }
        if results.total != reference.totals[number] or facets != expected:
            raise AssertionError(f"Wrong counts for {query}")
        counts += 1 + sum(map(len, facets.values()))
    return f"{counts} of {CHECKED} queries, all right"


def _seconds(work: object) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


if __name__ == "__main__":
    measure(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
