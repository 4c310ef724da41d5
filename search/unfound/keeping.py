"""What may be kept of a search that found nothing, and for how long."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db import transaction
from django.db.models import F

from directory.names import country_codes
from search.cities import known_cities
from search.query import Query
from search.text import fold, words
from search.unfound.models import (
    LONGEST_TEXT,
    UnfoundDay,
    UnfoundSearch,
    first_day_kept,
    key_of,
)

# Somebody who writes nonsense to fill the database fills one day of it.
MOST_A_DAY = 5_000
# A number of a phone, a house or a passport, whatever stands between its digits.
_LONG_NUMBER = re.compile(r"\d(?:[\s./()+-]*\d){4}")
_ADDRESS = re.compile(r"@|://|\bwww\b")


@dataclass(frozen=True, order=True)
class Miss:
    """Folded words that found nothing, of readers of one language.

    `country` is the one that they chose or that their words name, itself or by a city, or "".
    """

    text: str
    language: str
    country: str


def miss_of(asked: Query, query: Query) -> Miss | None:
    """Of what was asked and how it was understood.

    None for what may be the name, number or address of a person, or says nothing.
    """
    folded = fold(asked.text)
    text = " ".join(words(folded))
    personal = len(asked.text) > LONGEST_TEXT or _LONG_NUMBER.search(folded) or _ADDRESS.search(folded)
    if personal or not text or len(text) > LONGEST_TEXT:
        return None
    return Miss(text, asked.language, _country(query))


def _country(query: Query) -> str:
    """The only one that it names."""
    cities = known_cities(query.city).values()
    named = set(query.country) or {city.country_code for city in cities}
    return named.pop() if len(named) == 1 and named <= country_codes() else ""


@transaction.atomic
def add(counts: Mapping[Miss, int], today: date) -> None:
    """All or none: what is added again after a failure must not count twice."""
    room = max(0, MOST_A_DAY - UnfoundDay.objects.filter(day=today).count())
    # In one order, so that two processes never wait for each other's rows.
    for miss, count in islice(sorted(counts.items()), room):
        search = _search(miss)
        day, _created = UnfoundDay.objects.get_or_create(search=search, day=today)
        UnfoundDay.objects.filter(pk=day.pk).update(count=F("count") + count)
        same = UnfoundSearch.objects.filter(pk=search.pk)
        if not search.text and same.frequent(today).exists():
            same.update(text=miss.text)


def _search(miss: Miss) -> UnfoundSearch:
    found, _created = UnfoundSearch.objects.get_or_create(
        key=key_of(miss.text), language=miss.language, country=miss.country
    )
    return found


@transaction.atomic
def purge(today: date) -> int:
    """Delete what is older than it may be, and say how much; what has become rare loses its words."""
    deleted, _by_model = UnfoundDay.objects.filter(day__lt=first_day_kept(today)).delete()
    UnfoundSearch.objects.filter(days__isnull=True).delete()
    rare = UnfoundSearch.objects.exclude(text="").rare(today)
    UnfoundSearch.objects.filter(pk__in=list(rare.values_list("pk", flat=True))).update(text="")
    return deleted
