"""Where the lexicon's words come from: CLDR, GeoNames, the needs and what editors keep."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product

from django.conf import settings

from directory import names
from directory.models import City, Country, NeedTranslation
from search.models import ChoiceName
from search.query import TICKS, YES, Kind
from search.understanding.lexicon import Entry, Role, Sense

LANGUAGES = tuple(language for language, _name in settings.LANGUAGES)
# A name that only other languages use for a city is less likely meant than any city's own.
_FOREIGN_NAME = 1
_NOT_ON_ARABIC_KEYBOARDS = {"گ": "گک", "پ": "پب", "چ": "چج", "ژ": "ژز"}
_MOST_SPELLINGS = 8
_PARENTHESES = re.compile(r"[()（）]")


def countries() -> Iterator[Entry]:
    """The published ones; no listing serves another."""
    for code in Country.objects.published().values_list("code", flat=True):
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
    for name in _on_arabic_keyboards(city.name_fa):
        yield Entry(name, "fa", sense, is_name=True, doubt=_FOREIGN_NAME)
    for name in city.other_names.splitlines():
        yield Entry(name, "en" if name.isascii() else "ar", sense, is_name=True, doubt=_FOREIGN_NAME)


def _on_arabic_keyboards(name: str) -> Iterator[str]:
    """As those write a Persian name whose keyboard lacks its letters: گلاسکو for گلاسگو, هامبورک."""
    spellings = product(*(_NOT_ON_ARABIC_KEYBOARDS.get(letter, letter) for letter in name))
    return islice(map("".join, spellings), 1, _MOST_SPELLINGS)


def needs() -> Iterator[Entry]:
    for need, language, name, words in NeedTranslation.objects.values_list(
        "need__slug", "language", "name", "words"
    ):
        for phrase in (name, *words.splitlines()):
            yield Entry(phrase, language, Sense(Kind.NEEDS, need))


def sense_of(means: str) -> Sense:
    kind, _dot, value = means.partition(".")
    if kind in set(Role):
        return Sense(Role(kind))
    return Sense(Kind(kind), YES if kind in TICKS else value)


def used_choices() -> dict[Kind, list[str]]:
    """What listings can be filtered by; the index names every choice once."""
    used: dict[Kind, list[str]] = {Kind.CITY: [], Kind.LANGUAGES: []}
    named = ChoiceName.objects.filter(kind__in=list(used)).values_list("kind", "value")
    for kind, value in named:
        used[Kind(kind)].append(value)
    return used


def _named(name: str, language: str, sense: Sense, *, is_name: bool = True) -> Iterator[Entry]:
    for part in filter(None, map(str.strip, _PARENTHESES.split(name))):
        yield Entry(part, language, sense, is_name)
