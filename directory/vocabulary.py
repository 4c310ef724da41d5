"""The words that stay the same from page to page: needs, countries and emergency numbers, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings

from directory.models import Country, EmergencyNumber, Need
from directory.names import by_name

EVERY_LANGUAGE = len(settings.LANGUAGES)


@dataclass(frozen=True, slots=True)
class NeedSign:
    slug: str
    icon: str
    name: str
    broader: str = ""


@dataclass(frozen=True, slots=True)
class Hotline:
    label: str
    number: str
    is_free: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`needs` in the order of the editors; `countries` are the published ones, by name."""

    language: str
    needs: Mapping[str, NeedSign]
    countries: Mapping[str, str]
    hotlines: Mapping[str, tuple[Hotline, ...]]

    @property
    def broad_needs(self) -> tuple[NeedSign, ...]:
        return tuple(need for need in self.needs.values() if not need.broader)


@lru_cache(maxsize=2 * EVERY_LANGUAGE)
def vocabulary(language: str, generation: int) -> Vocabulary:
    """Kept in this process until content changes, which raises the generation (see pagecache)."""
    del generation
    return Vocabulary(
        language=language,
        needs=_needs(language),
        countries=_countries(language),
        hotlines=_hotlines(),
    )


def _needs(language: str) -> dict[str, NeedSign]:
    return {
        need.slug: NeedSign(
            need.slug, need.icon, need.name_in(language), need.parent.slug if need.parent else ""
        )
        for need in Need.objects.with_names().select_related("parent")
    }


def _countries(language: str) -> dict[str, str]:
    named = ((country.code, country.name_in(language)) for country in Country.objects.published())
    return dict(by_name(named, language))


def _hotlines() -> dict[str, tuple[Hotline, ...]]:
    numbers: dict[str, tuple[Hotline, ...]] = {}
    for row in EmergencyNumber.objects.filter(country__is_published=True):
        known = numbers.get(row.country_id, ())
        numbers[row.country_id] = (*known, Hotline(row.get_kind_display(), row.number, row.is_free))
    return numbers
