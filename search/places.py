"""Cities and countries by any name that people give them: Munich, München, مونیخ."""

from collections.abc import Collection, Iterable
from functools import cache

from babel.core import get_global
from django.conf import settings

from directory import names
from directory.models import City
from search.text import fold
from search.understanding.gazetteer import gazetteer

# What no city and no country is called: as a filter it finds nothing of its own.
NOWHERE = "0"
NO_COUNTRY = "ZZ"


def cities_called(written: Iterable[str], countries: Collection[str] = ()) -> tuple[str, ...]:
    """The slug of each; the largest city of a name, in one of those countries if one is there."""
    wanted = list(filter(None, map(str.strip, written)))
    slugs = set(City.objects.filter(slug__in=wanted).values_list("slug", flat=True)) if wanted else set()
    numbers = {name: gazetteer().called(name) for name in wanted if name not in slugs}
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
