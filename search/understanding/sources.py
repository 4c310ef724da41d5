"""Where the lexicon's words come from: CLDR, GeoNames, the needs and what editors keep."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from directory import names, prepared, together
from directory.models import City, Country, Need, NeedTranslation, Phrase
from search.models import ChoiceName
from search.query import TICKS, YES, Kind
from search.understanding.keyboards import without_persian_letters
from search.understanding.lexicon import Entry, Role, Sense

LANGUAGES = tuple(language for language, _name in settings.LANGUAGES)
# A name that only other languages use for a city is less likely meant than any city's own.
_FOREIGN_NAME = 1
_PARENTHESES = re.compile(r"[()（）]")


@dataclass(frozen=True)
class Tables:
    """What the database holds: `languages` and `cities` of listings, `countries` that are published.

    `needs` are slug, language, name and further words; `broader` is the need that another is part of.
    """

    languages: tuple[str, ...]
    cities: tuple[City, ...]
    countries: tuple[str, ...]
    needs: tuple[tuple[str, str, str, str], ...]
    broader: Mapping[str, str]
    phrases: tuple[Phrase, ...]


def tables() -> Tables:
    """In one statement. Always in the same order, or what was made of the same words would be made again."""
    rows: defaultdict[str, list[list[Any]]] = defaultdict(list)
    for kind, values in sorted(prepared.rows(_question)):
        rows[kind].append(values)
    cities = (together.instance(City, values) for values in rows["city"])
    phrases = (together.instance(Phrase, values) for values in rows["phrase"])
    return Tables(
        languages=tuple(code for (code,) in rows["language"]),
        cities=tuple(sorted(cities, key=lambda city: -city.population)),
        countries=tuple(code for (code,) in rows["country"]),
        needs=tuple((slug, language, name, words) for slug, language, name, words in rows["need"]),
        broader=dict(rows["broader"]),
        phrases=tuple(sorted(phrases, key=lambda phrase: (phrase.means, phrase.same_as, phrase.language))),
    )


def _question(_numbers: RawSQL) -> QuerySet:
    """The index names every choice once that listings can be filtered by."""
    used = ChoiceName.objects.all()
    cities = City.objects.filter(slug__in=used.filter(kind=Kind.CITY).values("value"))
    return together.question(
        [
            ("language", used.filter(kind=Kind.LANGUAGES), ["value"]),
            ("city", cities, together.columns(City)),
            ("country", Country.objects.published(), ["code"]),
            ("need", NeedTranslation.objects.all(), ["need__slug", "language", "name", "words"]),
            ("broader", Need.objects.filter(parent__isnull=False), ["slug", "parent__slug"]),
            ("phrase", Phrase.objects.all(), together.columns(Phrase)),
        ]
    )


def countries(codes: Iterable[str]) -> Iterator[Entry]:
    """No listing serves a country that is not published."""
    for code in codes:
        for language in LANGUAGES:
            yield from _named(names.country_name(code, language), language, Sense(Kind.COUNTRY, code))


def languages(used: Iterable[str]) -> Iterator[Entry]:
    """What CLDR calls those languages and their varieties: Dari is Persian."""
    for code in used:
        sense = Sense(Kind.LANGUAGES, code)
        for language in LANGUAGES:
            yield from _named(names.language_name(code, language), language, sense, is_name=False)
            # A stem of these may be an everyday word: of الدارية (Dari) it is that of دارید, "do you have".
            for name in names.variety_names(code, language):
                yield from _named(name, language, sense)


def city_entries(city: City, sense: Sense) -> Iterator[Entry]:
    own = {"en": city.name, "fa": city.name_fa, "ar": city.name_ar}
    for language, name in own.items():
        yield from _named(name, language, sense)
    for name in without_persian_letters(city.name_fa):
        yield Entry(name, "fa", sense, is_name=True, doubt=_FOREIGN_NAME)
    for name in city.other_names.splitlines():
        yield Entry(name, "en" if name.isascii() else "ar", sense, is_name=True, doubt=_FOREIGN_NAME)


def needs(rows: Iterable[tuple[str, str, str, str]]) -> Iterator[Entry]:
    for need, language, name, words in rows:
        for phrase in (name, *words.splitlines()):
            yield Entry(phrase, language, Sense(Kind.NEEDS, need))


def sense_of(means: str) -> Sense:
    kind, _dot, value = means.partition(".")
    if kind in set(Role):
        return Sense(Role(kind))
    return Sense(Kind(kind), YES if kind in TICKS else value)


def _named(name: str, language: str, sense: Sense, *, is_name: bool = True) -> Iterator[Entry]:
    for part in filter(None, map(str.strip, _PARENTHESES.split(name))):
        yield Entry(part, language, sense, is_name)
