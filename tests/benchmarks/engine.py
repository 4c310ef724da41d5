"""The database's engine over generated listings: text and filters, the best twenty, and every facet counted
as if nothing of it were chosen.

One process for each size, as a worker of the site would be. The first thousand listings are stored in full;
of the others the index alone is made, by the same code; the million are ten of each.

Elasticsearch has the same listings, from the SQLite beside it, with one node and with three: "built" is a
rebuild of its index, and no search is answered by the database instead.

A process keeps what the words of a search were found in. So each query is asked as if nobody had asked any of
its words before, then again, and then as somebody's own words, all new again: understood, with
better spellings and all that is close.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import TYPE_CHECKING
from unittest.mock import patch

from tests.benchmarks.cluster import elasticsearch
from tests.benchmarks.loud import not_measured
from tests.benchmarks.postgresql import postgresql
from tests.running_site import ROOT
from tests.secret_values import SECRETS

if TYPE_CHECKING:
    from search.engines import Engine

SIZES = {"SQLite": (1_000, 10_000, 100_000, 1_000_000), "PostgreSQL": (1_000, 10_000, 100_000)}
NODES = [int(nodes) for nodes in os.environ.get("ENGINE_NODES", "1 3").split()]
SEED = 20
STORED = 1_000
# More are copies of these, each in its own place.
MADE_ONE_BY_ONE = 100_000
ASKED, WARMING, CHECKED, CHANGES = 300, 30, 5, 20
TRIES = 20
COLUMNS = "{:<23}{:>10}{:>16}{:>9}{:>9}{:>9}{:>16}{:>12}{:>14}{:>12}{:>12}{:>10}{:>9}   {}"


def main() -> None:
    """ENGINE_SIZES="1000 10000" measures those sizes alone, ENGINE_ON="PostgreSQL" that engine alone."""
    print(COLUMNS.format(*HEADER), flush=True)
    on = os.environ.get("ENGINE_ON", "SQLite PostgreSQL Elasticsearch")
    with tempfile.TemporaryDirectory() as folder:
        if "SQLite" in on or "Elasticsearch" in on:
            _grow(
                "SQLite", f"sqlite:///{folder}/engine.sqlite3", folder, NODES if "Elasticsearch" in on else ()
            )
        if "PostgreSQL" not in on:
            return
        with postgresql() as address:
            if address:
                _grow("PostgreSQL", address, folder)
            else:
                not_measured("the engine on PostgreSQL", "no PostgreSQL server is installed")


HEADER = (
    "database", "listings", "built, s (each)", "p50, ms", "p95, ms", "max, ms", "processor, ms", "again, ms",
    "own words, ms", "change, ms", "found, ms", "load, s", "MB", "counts that were checked",
)  # fmt: skip


def _grow(name: str, address: str, folder: str, nodes_beside: Sequence[int] = ()) -> None:
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
        _in_a_process(name, there, size, environment)
        for nodes in nodes_beside:
            with elasticsearch(nodes) as cluster:
                if cluster:
                    there_too = {**environment, "ELASTICSEARCH_URL": cluster}
                    _in_a_process(f"Elasticsearch, {nodes} node(s)", size, size, there_too)
                else:
                    not_measured("Elasticsearch", "nothing here starts a cluster")
        there = size


def _in_a_process(name: str, there: int, size: int, environment: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.engine", name, str(there), str(size)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def measure(name: str, there: int, size: int) -> None:
    import django
    from django.conf import settings

    django.setup()
    on_a_cluster = bool(settings.ELASTICSEARCH_URL)
    built, made = (copy_to_the_cluster(), size) if on_a_cluster else (_build(there, size), size - there)
    engine = engine_of_settings()
    loaded = _seconds(lambda: _first_search(engine))
    times, processor, again, understood = _ask(engine)
    changed, found = ("-", "-") if on_a_cluster else _change()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (
        name,
        f"{size:,}",
        f"{built:.0f} ({1_000 * built / max(1, made):.1f} ms)",
        f"{median(times):.1f}",
        f"{quantiles(times, n=20)[-1]:.1f}",
        f"{max(times):.0f}",
        *(
            f"{median(taken):.1f}/{quantiles(taken, n=20)[-1]:.1f}"
            for taken in (processor, again, understood)
        ),
        changed,
        found,
        f"{loaded:.2f}",
        f"{memory:.0f}",
    )
    print(COLUMNS.format(*figures, _check(engine)), flush=True)


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


def copy_to_the_cluster() -> float:
    """Seconds; generated listings are in no outbox before."""
    from search import outbox
    from search.engines.elasticsearch import index

    outbox.note_everything()
    return _seconds(index.rebuild)


def engine_of_settings() -> "Engine":
    """The one of the settings alone: nobody answers for it."""
    from django.conf import settings

    from search.engines import of_database
    from search.engines.elasticsearch.engine import ElasticsearchEngine

    return ElasticsearchEngine.of_settings() if settings.ELASTICSEARCH_URL else of_database()


def _first_search(engine: "Engine") -> None:
    """A cluster that has just taken a million in needs longer for it than a page waits."""
    from search.engines import EngineAwayError
    from search.query import Query

    for _time in range(TRIES):
        with suppress(EngineAwayError):
            engine.search(Query())
            return


def _ask(engine: "Engine") -> tuple[list[float], list[float], list[float], list[float]]:
    """Milliseconds of each query by the clock; and of the processor: with new words, again, in own words."""
    from django.utils import timezone

    from search.engines.postings import Postings
    from search.finding import find
    from tests.benchmarks.generated.queries import queries

    asked = list(queries(SEED, WARMING + ASKED))
    with patch.object(Postings, "_keep"):
        times, processor = timed(engine.search, asked)
    _times, _filling = timed(engine.search, asked)
    _times, again = timed(engine.search, asked)
    with patch.object(Postings, "_keep"):
        _times, understood = timed(lambda query: find(engine, query, timezone.now()), asked)
    return times, processor, again, understood


def timed(work: object, asked: list) -> tuple[list[float], list[float]]:
    """Milliseconds by the clock, and of them those that this process had the processor."""
    from search.engines import EngineAwayError

    times, processor = [], []
    for query in asked:
        began, used = perf_counter(), process_time()
        # The database would answer now; as late as this it is counted.
        with suppress(EngineAwayError):
            work(query)
        times.append(1_000 * (perf_counter() - began))
        processor.append(1_000 * (process_time() - used))
    return times[WARMING:], processor[WARMING:]


def _change() -> tuple[str, str]:
    """Milliseconds of the processor: until the index has a listing's new name, and until a search finds it.

    Found is it in its own transaction, which is taken back. What stays is written one change after the other,
    as on a site, for a full-text index tidies up now and then.
    """
    from django.db import transaction

    finding, changing = [], []
    for number in range(1, CHANGES + 1):
        with transaction.atomic():
            _rename(number, "Quisquilia")
            finding.append(_find(number, "Quisquilia"))
            transaction.set_rollback(True)
    for number in range(1, CHANGES + 1):
        with transaction.atomic():
            changing.append(_rename(number, "Minutia"))
    return f"{median(changing):.1f}", f"{median(finding):.1f}"


def _rename(number: int, name: str) -> float:
    from django.db.models import QuerySet

    from directory.models import Service
    from search import index

    # Untold: only what the index does is measured.
    QuerySet(Service).filter(pk=number).update(name=name)
    used = process_time()
    index.refresh([number])
    return 1_000 * (process_time() - used)


def _find(number: int, name: str) -> float:
    from search.engines import current
    from search.query import Query

    used = process_time()
    results = current().search(Query(text=name))
    taken = 1_000 * (process_time() - used)
    if [hit.service_id for hit in results.hits] != [number]:
        raise AssertionError("A change was not found in its own transaction")
    return taken


def _check(engine: "Engine") -> str:
    """Every total and every count of some queries, against a plain reading of the whole index."""
    from django.utils import timezone

    from tests.benchmarks.generated.queries import queries
    from tests.benchmarks.generated.reference import Reference

    asked, now = list(queries(SEED + 1, CHECKED)), timezone.now()
    reference = Reference(asked, now)
    reference.read()
    counts = 0
    for number, query in enumerate(asked):
        results = engine.search(query, now=now)
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
