"""Suggesting while somebody types, looking for words that were meant, and the better spelling, over generated
listings: milliseconds in one process, as a worker of the site would spend them.

SUGGESTIONS_SIZES="1000 10000" measures those sizes alone.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from tests.secret_values import SECRETS

SIZES = (1_000, 100_000)
SEED = 20
ASKED, WARMING = 300, 20
COLUMNS = "{:>10}  {:<46}{:>9}{:>9}{:>9}"


def main() -> None:
    print(COLUMNS.format("listings", "what", "p50, ms", "p95, ms", "max, ms"), flush=True)
    wanted = [int(size) for size in os.environ.get("SUGGESTIONS_SIZES", "").split()]
    for size in wanted or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            environment = {
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "config.settings",
                **SECRETS,
                "DATA_DIR": folder,
                "DATABASE_URL": f"sqlite:///{folder}/suggestions.sqlite3",
            }
            command = [sys.executable, "-m", "tests.benchmarks.suggestions", str(size)]
            root = Path(__file__).parent.parent.parent
            subprocess.run(command, cwd=root, env=environment, check=True)


def measure(size: int) -> None:
    import django

    django.setup()
    from search.known_words import known_words
    from tests.benchmarks.engine import _build

    _build(0, size)
    began = perf_counter()
    dictionary = known_words().dictionary()
    seconds = perf_counter() - began
    print(f"{size:>10,}  {len(dictionary):,} words known after {seconds:.2f} s", flush=True)
    chance = Random(SEED)  # noqa: S311 - chance, not secrets
    names = _names(size, chance)
    _report(size, "suggesting, after two letters", _suggest, (name[:2] for name in names))
    _report(
        size,
        "suggesting, after three to eight letters",
        _suggest,
        (name[: chance.randint(3, 8)] for name in names),
    )
    _report(size, "a word one slip away, looked for", dictionary.near, _slips(names, chance))
    _report(size, "a search whose words are known", _find, (" ".join(name.split()[:2]) for name in names))
    _report(size, "a search with a slip, and the better spelling", _find, _slips(names, chance))


def _names(size: int, chance: Random) -> list[str]:
    """What listings are called, in their languages."""
    from search.models import EntryCard

    numbers = [chance.randint(1, size) for _each in range(ASKED + WARMING)]
    cards = EntryCard.objects.in_bulk(numbers)
    return [chance.choice(list(cards[number].document["name"].values())) for number in numbers]


def _slips(names: Iterable[str], chance: Random) -> list[str]:
    """A word of each name with one letter exchanged."""
    from search.text import words

    slips = []
    for name in names:
        word = max(words(name), key=len)
        place = chance.randrange(len(word))
        slips.append(word[:place] + chance.choice("qxاژ") + word[place + 1 :])
    return slips


def _suggest(text: str) -> None:
    from search.suggestions import suggest

    suggest(text, "fa")


def _find(text: str) -> None:
    from django.utils import timezone

    from search.engines import current
    from search.finding import find
    from search.query import Query

    find(current(), Query(text=text, language="fa"), timezone.now())


def _report(size: int, what: str, work: Callable[[str], object], asked: Iterable[str]) -> None:
    times = []
    for text in asked:
        began = perf_counter()
        work(text)
        times.append(1_000 * (perf_counter() - began))
    times = times[WARMING:]
    p95 = quantiles(times, n=20)[-1]
    row = COLUMNS.format(f"{size:,}", what, f"{median(times):.2f}", f"{p95:.2f}", f"{max(times):.1f}")
    print(row, flush=True)


if __name__ == "__main__":
    measure(int(sys.argv[1]))
