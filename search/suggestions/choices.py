"""The needs and cities that listings have, found by the beginning of any word of any of their names."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from directory.models import City, NeedTranslation
from search.engines.choice_names import ChoiceNames
from search.query import Kind
from search.text import is_arabic_script, words

# Cities are written alike in the languages of this script.
LATIN = ("en", "fr", "de")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a choice; `is_first` tells its name proper from the other words for it."""

    kind: Kind
    value: str
    text: str
    languages: tuple[str, ...]
    is_first: bool


class NamedChoices:
    def __init__(self, names: Iterable[Name]) -> None:
        begun = sorted(
            ((key, name) for name in names for key in _beginnings(name.text)), key=lambda pair: pair[0]
        )
        self._keys = [key for key, _name in begun]
        self._names = [name for _key, name in begun]

    def begun_by(self, beginning: str) -> list[Name]:
        """Names in which some word begins so, going on with the next one if need be."""
        begin = bisect_left(self._keys, beginning)
        return self._names[begin : bisect_left(self._keys, beginning + "\U0010ffff", begin)]


@lru_cache(maxsize=2)
def named_choices(names: ChoiceNames) -> NamedChoices:
    """An engine holds the same names until one of them changes."""
    return NamedChoices([*_needs(names.values(Kind.NEEDS)), *_cities(names.values(Kind.CITY))])


def _beginnings(text: str) -> Iterator[str]:
    parts = words(text)
    for place in range(len(parts)):
        yield " ".join(parts[place:])
    if len(parts) > 1 and all(map(is_arabic_script, parts)):
        yield "".join(parts)


def _needs(slugs: Iterable[str]) -> Iterator[Name]:
    rows = NeedTranslation.objects.filter(need__slug__in=slugs).values_list(
        "need__slug", "language", "name", "words"
    )
    for slug, language, name, others in rows:
        yield Name(Kind.NEEDS, slug, name, (language,), is_first=True)
        for other in filter(None, map(str.strip, others.splitlines())):
            yield Name(Kind.NEEDS, slug, other, (language,), is_first=False)


def _cities(slugs: Iterable[str]) -> Iterator[Name]:
    for city in City.objects.filter(slug__in=slugs):
        for text, languages in ((city.name, LATIN), (city.name_fa, ("fa",)), (city.name_ar, ("ar",))):
            if text:
                yield Name(Kind.CITY, city.slug, text, languages, is_first=True)
