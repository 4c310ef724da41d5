"""The words for each choice in every language, which find a listing whatever language its own text is in."""

from collections.abc import Iterable, Iterator

from django.conf import settings

from directory import names
from directory.models import City, Need
from search.models import ChoiceName, Entry
from search.query import Kind
from search.text import index_terms

_LANGUAGES = [language for language, _name in settings.LANGUAGES]
_NAMED = {Kind.COUNTRY, Kind.CITY, Kind.NEEDS, Kind.LANGUAGES}


def name_choices_of(entries: Iterable[Entry], version: int) -> None:
    """Names whatever those entries can be filtered by and what was not named before."""
    used = {
        (kind.value, value) for entry in entries for kind in _NAMED for value in getattr(entry, kind).split()
    }
    values = {value for _kind, value in used}
    known = ChoiceName.objects.filter(value__in=values).values_list("kind", "value") if values else ()
    missing = used.difference(known)
    if missing:
        ChoiceName.objects.bulk_create(_named(missing, version), ignore_conflicts=True)


def name_needs(slugs: Iterable[str], version: int) -> None:
    """Names those needs again: editors changed their words."""
    named = list(_named({(Kind.NEEDS.value, slug) for slug in slugs}, version))
    ChoiceName.objects.bulk_create(
        named, update_conflicts=True, unique_fields=["kind", "value"], update_fields=["terms", "version"]
    )


def outdated_needs() -> list[str]:
    """Needs whose words are not those that they were named with."""
    kept = dict(ChoiceName.objects.filter(kind=Kind.NEEDS.value).values_list("value", "terms"))
    made = _named({(Kind.NEEDS.value, slug) for slug in kept}, version=0)
    return sorted(each.value for each in made if set(each.terms.split()) != set(kept[each.value].split()))


def _named(choices: set[tuple[str, str]], version: int) -> Iterator[ChoiceName]:
    for kind in _NAMED:
        values = {value for of_kind, value in choices if of_kind == kind}
        for value, words in _words(kind, values):
            terms = [term for language, text in words for term in index_terms(text, language)]
            # A need is there before its words are: it is named when a listing has it.
            if terms:
                yield ChoiceName(
                    kind=kind.value, value=value, terms=" ".join(dict.fromkeys(terms)), version=version
                )


def _words(kind: Kind, values: set[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """For each value its names, each with its language."""
    if kind is Kind.NEEDS:
        for need in Need.objects.filter(slug__in=values).prefetch_related("translations"):
            yield need.slug, [(t.language, f"{t.name}\n{t.words}") for t in need.translations.all()]
    elif kind is Kind.CITY:
        for city in City.objects.filter(slug__in=values):
            yield city.slug, [("en", city.name), ("fa", city.name_fa), ("ar", city.name_ar)]
    else:
        name_in = names.country_name if kind is Kind.COUNTRY else names.language_name
        for value in values:
            yield value, [(language, name_in(value, language)) for language in _LANGUAGES]
