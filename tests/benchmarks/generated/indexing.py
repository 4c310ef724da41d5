"""What the index keeps of listings, made by the code that makes it for a site; and many copies of it."""

import multiprocessing
import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from itertools import islice
from uuid import uuid4

import django
from django.db import connection, transaction

BATCH = 1_000
TABLES = (
    ("search_entrytext", "names, summaries, descriptions"),
    ("search_entryphrases", "words"),
    ("search_entrycard", "document"),
)
PROCESSES = 2
# Batches in the making: enough to keep everybody busy, few enough to be held.
AHEAD = 6


def index(seed: int, today: date, numbers: range) -> None:
    """Adds their entries to the index, as if listings with those primary keys had been stored and told of."""
    from search.engines import of_database
    from search.models import Epoch
    from search.names import name_choices_of

    Epoch.objects.get_or_create(pk=1, defaults={"name": uuid4()})
    for entries in _made(seed, today, numbers):
        with transaction.atomic():
            version = of_database().next_version()
            for entry in entries.facts:
                entry.version = version
            for rows in (entries.facts, entries.texts, entries.phrases, entries.cards):
                type(rows[0]).objects.bulk_create(rows)
            name_choices_of(entries.facts, version)


def _made(seed: int, today: date, numbers: range) -> Iterator:
    """Batch after batch, a few of them ahead of who writes them."""
    starts = range(numbers.start, numbers.stop, BATCH)
    waiting = deque(range(start, min(start + BATCH, numbers.stop)) for start in starts)
    fresh = multiprocessing.get_context("spawn")
    processes = min(PROCESSES, os.cpu_count() or 1)
    with ProcessPoolExecutor(processes, fresh, _set_up, (seed, today)) as pool:
        running = deque(pool.submit(_entries, waiting.popleft()) for _each in range(min(AHEAD, len(waiting))))
        while running:
            yield running.popleft().result()
            if waiting:
                running.append(pool.submit(_entries, waiting.popleft()))


def _set_up(seed: int, today: date) -> None:
    django.setup()
    from tests.benchmarks.generated.listings import Listings

    _entries.listings = Listings(seed, today)


def _entries(numbers: range) -> object:
    from search.entries import entries_of

    return entries_of(_entries.listings.services(numbers), version=0)


def repeat(there: int, size: int) -> None:
    """So many entries more as make `size`: copies of all that is there, each near by, checked on another day.

    Words are as frequent as before; places are new ones. Makes in a minute what would take an hour.
    """
    for begin in range(there, size, there):
        with transaction.atomic():
            _copy_facts(begin, min(size, begin + there) - begin)
            for table, column in TABLES:
                _copy_rows(table, column, begin, min(size, begin + there) - begin)


def _copy_facts(begin: int, count: int) -> None:
    from search.engines import of_database
    from search.models import Entry

    version = of_database().next_version()
    originals = Entry.objects.filter(service_id__lte=count).order_by("pk").iterator(chunk_size=BATCH)
    while batch := list(islice(originals, BATCH)):
        for entry in batch:
            entry.service_id += begin
            entry.version = version
            entry.verified_on -= begin % 7
            entry.points = " ".join(_shifted(point, begin) for point in entry.points.split())
        Entry.objects.bulk_create(batch)


def _shifted(point: str, begin: int) -> str:
    latitude, longitude = map(float, point.split(","))
    return f"{latitude + begin / 1e8:.4f},{longitude - begin / 1e8:.4f}"


def _copy_rows(table: str, columns: str, begin: int, count: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (service_id, {columns})"  # noqa: S608 - constants
            f" SELECT service_id + %s, {columns} FROM {table} WHERE service_id <= %s",
            [begin, count],
        )
