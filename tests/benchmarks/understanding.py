"""How long it takes to understand a query, over the demo content and every phrase that it knows."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from tests.secret_values import SECRETS

QUERIES = 600
ROUNDS = 3


def main() -> None:
    with demo_content():
        measure()


def measure() -> None:
    from search.stemming import stem
    from search.understanding import knowledge, read
    from search.understanding.tokens import forms_of

    first = _milliseconds(knowledge.current)
    again = median(_after_a_change() for _ in range(5))
    known = knowledge.current()
    queries = list(every_kind_of_query())
    forms_of.cache_clear()
    stem.cache_clear()
    cold = [_milliseconds(lambda text=text: read(text, known.lexicon)) for text in queries]
    warm = [
        _milliseconds(lambda text=text: read(text, known.lexicon)) for _ in range(ROUNDS) for text in queries
    ]
    print(f"what words mean, gathered: first {first:.0f} ms, each further generation {again:.0f} ms")
    for name, taken in (("words never met before", cold), ("words met before", warm)):
        print(
            f"{name:<24} {len(taken):>5} queries   median {median(taken):.2f} ms   "
            f"p95 {quantiles(taken, n=20)[-1]:.2f} ms   slowest {max(taken):.2f} ms"
        )


def _after_a_change() -> float:
    """What most changes leave as it is is kept."""
    from search.understanding import knowledge

    knowledge.forget()
    return _milliseconds(knowledge.current)


def every_kind_of_query() -> Iterator[str]:
    """Needs, cities, conditions and words nobody knows, in every language, from a word to a sentence."""
    from directory.models import City, NeedTranslation
    from directory.taxonomy.wordings import every_phrase

    chance = random.Random(7)  # noqa: S311 - chance, not secrets
    needs = [line for row in NeedTranslation.objects.all() for line in (row.name, *row.words.splitlines())]
    kept = [line for phrase in every_phrase() for line in phrase.lines]
    cities = [name for city in City.objects.all()[:300] for name in (city.name, city.name_fa, city.name_ar)]
    unknown = ["qwertz", "Müllerstraße", "ضصثقفغ", "Rechtsschutzversicherungsgesellschaften", "12345"]
    for number in range(QUERIES):
        pieces = [
            chance.choice(chance.choice([needs, needs, kept, cities, unknown])) for _ in range(1 + number % 7)
        ]
        yield " ".join(pieces)[:200]


def demo_content() -> tempfile.TemporaryDirectory:
    """A database of its own, with the demo content."""
    import os

    folder = tempfile.TemporaryDirectory()
    os.environ.update(SECRETS, DATA_DIR=folder.name)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder.name) / 'site.sqlite3'}"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0)
    return folder


def _milliseconds(work: object) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1_000


if __name__ == "__main__":
    main()
