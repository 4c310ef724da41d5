"""From the public facts of a listing to what the index keeps of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.conf import settings
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from directory import parts, prepared
from directory.enums import Cost, YesNo
from directory.models import City, Country, Need, Service
from directory.public import Facts, card_document, facts_of
from search.engines.cells import EVERYWHERE
from search.engines.openings import opening_cell
from search.models import Entry, EntryCard, EntryPhrases, EntryText
from search.query import YES
from search.text import in_order, index_terms, whole_name

SHOWN_ALWAYS = 0
NEVER_AGAIN = date.max.toordinal()
NEVER_EXPIRES = 2**62


@dataclass(frozen=True)
class Surroundings:
    """What entries refer to beyond their own listing, loaded once for many."""

    published_countries: frozenset[str]
    city_slugs: Mapping[int, str]
    broader_needs: Mapping[str, str]

    @classmethod
    def of(cls, facts: Iterable[Facts]) -> "Surroundings":
        cities = {place.city_id for each in facts for place in each.places if place.city_id}
        return cls(
            published_countries=frozenset(code for (code,) in prepared.rows(_published_countries)),
            city_slugs=dict(prepared.rows(_cities, sorted(cities))),
            broader_needs=dict(prepared.rows(_broader_needs)),
        )

    def with_broader(self, needs: Iterable[str]) -> set[str]:
        """The needs and all that they are part of."""
        found: set[str] = set()
        climbing = set(needs)
        while climbing:
            found |= climbing
            climbing = {self.broader_needs[need] for need in climbing & self.broader_needs.keys()} - found
        return found


def _published_countries(_none: RawSQL) -> QuerySet:
    return Country.objects.published().values_list("code")


def _cities(ids: RawSQL) -> QuerySet:
    return City.objects.filter(pk__in=ids).values_list("pk", "slug")


def _broader_needs(_none: RawSQL) -> QuerySet:
    return Need.objects.filter(parent__isnull=False).values_list("slug", "parent__slug")


@dataclass
class Entries:
    """The rows of some listings, ready to be written."""

    facts: list[Entry] = field(default_factory=list)
    texts: list[EntryText] = field(default_factory=list)
    phrases: list[EntryPhrases] = field(default_factory=list)
    cards: list[EntryCard] = field(default_factory=list)


def entries_now(ids: Sequence[int], version: int) -> Entries:
    """Of those listings that are released."""
    return entries_of(parts.complete(prepared.instances(_released, ids)), version)


def _released(ids: RawSQL) -> QuerySet[Service]:
    return Service.objects.released().filter(pk__in=ids)


def entries_of(services: Iterable[Service], version: int) -> Entries:
    """`services` were loaded with their public facts."""
    listings = [(service, facts_of(service)) for service in services]
    surroundings = Surroundings.of([facts for _service, facts in listings])
    entries = Entries()
    for service, facts in listings:
        entries.facts.append(_entry(service, facts, surroundings, version))
        entries.texts.append(_texts(facts))
        entries.phrases.append(EntryPhrases(service_id=service.pk, words=in_order(_phrases(facts))))
        entries.cards.append(EntryCard(service_id=service.pk, document=card_document(facts)))
    return entries


def _entry(service: Service, facts: Facts, surroundings: Surroundings, version: int) -> Entry:
    countries = surroundings.published_countries.intersection(facts.countries)
    cities = {surroundings.city_slugs[place.city_id] for place in facts.places if place.city_id}
    return Entry(
        service_id=service.pk,
        version=version,
        country=_set([*countries, EVERYWHERE] if facts.serves_everywhere else countries),
        city=_set(cities),
        needs=_set(surroundings.with_broader(facts.needs)),
        languages=_set(spoken.code for spoken in facts.languages),
        delivery=_set(way.removeprefix("by_") for way in facts.delivery),
        audience=_set(filter(None, [*facts.audience, facts.legal_status])),
        free=YES if facts.cost == Cost.FREE else "",
        no_papers=YES if facts.documents_required == YesNo.NO else "",
        open_now=opening_cell(facts.openings),
        points=_points(facts),
        readable_in=_set(facts.texts),
        verified_on=facts.verified_on.toordinal() if facts.verified_on else 0,
        shown_from=_shown_from(service),
        hidden_on=service.hide_on.toordinal(),
        expires_at=_microseconds(service.expire_at) if service.expire_at else NEVER_EXPIRES,
    )


def _texts(facts: Facts) -> EntryText:
    languages = _languages(facts)
    names = _names(facts)
    summaries = [(facts.texts[language].summary, language) for language in languages]
    descriptions = [
        (text, language)
        for language in languages
        for text in (facts.texts[language].description, facts.texts[language].application_process)
    ]
    descriptions += [(text, facts.source_language) for text in _remarks(facts)]
    return EntryText(
        service_id=facts.id,
        names=" ".join(filter(None, [_terms(names), *_whole(names)])),
        summaries=_terms(summaries),
        descriptions=_terms(descriptions),
    )


def _languages(facts: Facts) -> list[str]:
    return [language for language in facts.texts if language in dict(settings.LANGUAGES)]


def _names(facts: Facts) -> list[tuple[str, str]]:
    """What the listing and its organization are called, each with its language."""
    names = [(facts.texts[language].name, language) for language in _languages(facts)]
    known_as = [facts.alternate_name, facts.organization.name, facts.organization.alternate_name]
    return [*names, *((name, facts.source_language) for name in known_as if name)]


def _whole(names: Iterable[tuple[str, str]]) -> Iterable[str]:
    return dict.fromkeys(whole_name(name) for name, _language in names)


def _phrases(facts: Facts) -> list[str]:
    summaries = [facts.texts[language].summary for language in _languages(facts)]
    return [*(name for name, _language in _names(facts)), *filter(None, summaries)]


def _remarks(facts: Facts) -> list[str]:
    """What is written beside the facts; also the town where it is too small for the list of cities."""
    towns = [name for place in facts.places for name in place.town.values()]
    regions = [place.region for place in facts.places]
    credentials = [f"{credential.areas} {credential.regulator}" for credential in facts.credentials]
    return [facts.eligibility_note, facts.documents_note, *towns, *regions, *credentials]


def _terms(texts: Iterable[tuple[str, str]]) -> str:
    terms = (term for text, language in texts for term in index_terms(text, language))
    return " ".join(dict.fromkeys(terms))


def _set(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _points(facts: Facts) -> str:
    return " ".join(
        f"{place.latitude:.4f},{place.longitude:.4f}"
        for place in facts.places
        if place.latitude is not None and place.longitude is not None
    )


def _shown_from(service: Service) -> int:
    if not service.is_paused:
        return SHOWN_ALWAYS
    return service.paused_until.toordinal() if service.paused_until else NEVER_AGAIN


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1_000_000)
