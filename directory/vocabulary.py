"""The words that stay the same from page to page: needs, countries and emergency numbers, in one language."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from directory import prepared, together
from directory.models import Country, EmergencyNumber, Need, NeedTranslation
from directory.names import by_name

EVERY_LANGUAGE = len(settings.LANGUAGES)
# What one statement reads.
_MODELS: dict[str, type[Model]] = {
    "need": Need,
    "name": NeedTranslation,
    "country": Country,
    "number": EmergencyNumber,
}


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
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    for kind, values in prepared.rows(_question):
        rows[kind].append(together.instance(_MODELS[kind], values))
    return Vocabulary(
        language=language,
        needs=_needs(rows["need"], rows["name"], language),
        countries=dict(by_name(((row.code, row.name_in(language)) for row in rows["country"]), language)),
        hotlines=_hotlines(rows["number"]),
    )


def _question(_numbers: RawSQL) -> QuerySet:
    shown = {
        "need": Need.objects.all(),
        "name": NeedTranslation.objects.all(),
        "country": Country.objects.published(),
        "number": EmergencyNumber.objects.filter(country__is_published=True),
    }
    return together.question((kind, rows, together.columns(rows.model)) for kind, rows in shown.items())


def _needs(needs: Iterable[Need], names: Iterable[NeedTranslation], language: str) -> dict[str, NeedSign]:
    named: defaultdict[int, list[NeedTranslation]] = defaultdict(list)
    for name in names:
        named[name.need_id].append(name)
    in_order = sorted(needs, key=lambda need: (need.order, need.slug))
    slugs: dict[int | None, str] = {need.pk: need.slug for need in in_order}
    for need in in_order:
        need.translations.set(named[need.pk])
    return {
        need.slug: NeedSign(need.slug, need.icon, need.name_in(language), slugs.get(need.parent_id, ""))
        for need in in_order
    }


def _hotlines(rows: Iterable[EmergencyNumber]) -> dict[str, tuple[Hotline, ...]]:
    numbers: defaultdict[str, tuple[Hotline, ...]] = defaultdict(tuple)
    for row in sorted(rows, key=lambda row: (row.sort_order or 0, row.pk)):
        numbers[row.country_id] += (Hotline(row.get_kind_display(), row.number, row.is_free),)
    return dict(numbers)
