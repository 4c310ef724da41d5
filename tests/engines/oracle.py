"""What a search has to find, worked out listing by listing in plain Python from the models: slow and sure."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from django.utils import timezone

from directory import names, parts
from directory.models import City, Country, Need, Service
from directory.opening import Opening, is_open
from directory.public import facts_of
from search.asking import terms_of
from search.query import YES, Kind, Point, Query
from search.text import Term, index_terms, words

LANGUAGES = ("fa", "ar", "en", "fr", "de")


@dataclass(frozen=True)
class Listing:
    id: int
    values: dict[Kind, frozenset[str]]
    serves_everywhere: bool
    openings: tuple[Opening, ...]
    points: tuple[Point, ...]
    words: frozenset[str]
    texts: tuple[list[str], ...]


class Oracle:
    """The published listings of this moment."""

    def __init__(self) -> None:
        self._cities = {city.pk: city for city in City.objects.filter(locations__isnull=False)}
        self._needs = {need.pk: need for need in Need.objects.prefetch_related("translations")}
        self._countries = set(Country.objects.published().values_list("code", flat=True))
        released = [self._listing(service) for service in parts.complete(list(Service.objects.released()))]
        shown = set(Service.objects.published().values_list("pk", flat=True))
        self._names = self._names_of(released)
        self._listings = {listing.id: listing for listing in released if listing.id in shown}
        self._middles = {
            slug: Point(*at) for slug, *at in City.objects.values_list("slug", "latitude", "longitude")
        }
        self._held: dict[Term, set[int]] = {}

    def found(self, query: Query) -> set[int]:
        return set.intersection(*self._passing(query).values())

    def facets(self, query: Query) -> dict[Kind, dict[str, int]]:
        passing = self._passing(query)
        return {
            kind: self._counts(kind, set.intersection(*(passing[why] for why in passing if why != kind)))
            for kind in Kind
        }

    def distance_km(self, service_id: int, origin: Point) -> float:
        points = self._listings[service_id].points
        return min((_distance_km(origin, point) for point in points), default=math.inf)

    def _counts(self, kind: Kind, ids: set[int]) -> dict[str, int]:
        listings = [self._listings[number] for number in ids]
        if kind is Kind.OPEN_NOW:
            return dict(Counter(YES for listing in listings if _is_open(listing)))
        counts = Counter(chain.from_iterable(listing.values[kind] for listing in listings))
        if kind is Kind.COUNTRY:
            for listing in listings:
                if listing.serves_everywhere:
                    counts.update(set(counts) - listing.values[kind])
        return dict(counts)

    def _passing(self, query: Query) -> dict[str, set[int]]:
        """For each reason there may be to leave a listing out, the listings that are not left out for it."""
        origin = query.radius_km is not None and self._origin(query)
        passing = {"shown": set(self._listings)}
        for term in terms_of(query):
            passing[f"text {term}"] = self._holding(term)
        for quotation in re.findall(r'"([^"]+)"', query.text):
            phrase = words(quotation)
            passing[f"phrase {quotation}"] = {
                number for number, listing in self._listings.items() if _holds_phrase(listing, phrase)
            }
        for kind in Kind:
            if query.chosen(kind) and not (origin and kind is Kind.CITY):
                passing[kind] = self._those(lambda listing, kind=kind: self._passes(listing, query, kind))
        if origin:
            passing["circle"] = self._those(
                lambda listing: any(
                    _distance_km(origin, point) <= query.radius_km for point in listing.points
                )
            )
        return passing

    def _those(self, wanted: Callable[[Listing], bool]) -> set[int]:
        return {number for number, listing in self._listings.items() if wanted(listing)}

    def _passes(self, listing: Listing, query: Query, kind: Kind) -> bool:
        if kind is Kind.OPEN_NOW:
            return _is_open(listing)
        if kind is Kind.COUNTRY and listing.serves_everywhere:
            return True
        return not listing.values[kind].isdisjoint(query.chosen(kind))

    def _origin(self, query: Query) -> Point | None:
        return query.near or (self._middles.get(query.city[0]) if len(query.city) == 1 else None)

    def _holding(self, term: Term) -> set[int]:
        if term not in self._held:
            self._held[term] = self._those(lambda listing: self._holds(listing, term))
        return self._held[term]

    def _holds(self, listing: Listing, term: Term) -> bool:
        if _is_among(term, listing.words):
            return True
        named = {(kind, value) for kind, values in listing.values.items() for value in values}
        if listing.serves_everywhere:
            named |= {choice for choice in self._names if choice[0] is Kind.COUNTRY}
        return any(_is_among(term, self._names.get(choice, frozenset())) for choice in named)

    def _listing(self, service: Service) -> Listing:
        facts = facts_of(service)
        values = {
            Kind.COUNTRY: self._countries.intersection(facts.countries),
            Kind.CITY: {self._cities[place.city_id].slug for place in facts.places if place.city_id},
            Kind.NEEDS: self._with_broader(service),
            Kind.LANGUAGES: {spoken.code for spoken in facts.languages},
            Kind.DELIVERY: {way.replace("by_", "") for way in facts.delivery},
            Kind.AUDIENCE: {*facts.audience, facts.legal_status} - {""},
            Kind.FREE: {YES} if facts.cost == "free" else set(),
            Kind.NO_PAPERS: {YES} if facts.documents_required == "no" else set(),
            Kind.OPEN_NOW: set(),
        }
        return Listing(
            id=service.pk,
            values={kind: frozenset(found) for kind, found in values.items()},
            serves_everywhere=facts.serves_everywhere,
            openings=facts.openings,
            points=tuple(
                Point(place.latitude, place.longitude) for place in facts.places if place.latitude is not None
            ),
            words=_words_of(service),
            texts=tuple(words(text) for text in _names_and_summaries(service)),
        )

    def _with_broader(self, service: Service) -> set[str]:
        slugs = set()
        for need in service.needs.all():
            climbing = self._needs[need.pk]
            while climbing:
                slugs.add(climbing.slug)
                climbing = self._needs.get(climbing.parent_id)
        return slugs

    def _names_of(self, listings: Iterable[Listing]) -> dict[tuple[Kind, str], frozenset[str]]:
        needs = {need.slug: need for need in self._needs.values()}
        cities = {city.slug: city for city in self._cities.values()}
        texts = {}
        for kind, value in {
            (k, v) for listing in listings for k, values in listing.values.items() for v in values
        }:
            if kind is Kind.NEEDS:
                texts[kind, value] = [
                    (t.language, f"{t.name}\n{t.words}") for t in needs[value].translations.all()
                ]
            elif kind is Kind.CITY:
                city = cities[value]
                texts[kind, value] = [("en", city.name), ("fa", city.name_fa), ("ar", city.name_ar)]
            elif kind is Kind.COUNTRY:
                texts[kind, value] = [
                    (language, names.country_name(value, language)) for language in LANGUAGES
                ]
            elif kind is Kind.LANGUAGES:
                texts[kind, value] = [
                    (language, names.language_name(value, language)) for language in LANGUAGES
                ]
        return {choice: _terms(worded) for choice, worded in texts.items()}


def _words_of(service: Service) -> frozenset[str]:
    source = service.source_language
    organization = service.organization
    texts = {row.language: row for row in service.translations.all()} | {source: service}
    written = [
        (language, text)
        for language, row in texts.items()
        for text in (row.name, row.summary, row.description, row.application_process)
    ]
    own = (service.alternate_name, organization.name, organization.alternate_name, service.eligibility_note)
    return _terms([*written, *((source, text) for text in (*own, service.documents_note)), *_towns(service)])


def _names_and_summaries(service: Service) -> list[str]:
    organization = service.organization
    rows = [service, *service.translations.all()]
    texts = [text for row in rows for text in (row.name, row.summary)]
    return [*texts, service.alternate_name, organization.name, organization.alternate_name]


def _holds_phrase(listing: Listing, phrase: list[str]) -> bool:
    return any(
        text[start : start + len(phrase)] == phrase for text in listing.texts for start in range(len(text))
    )


def _towns(service: Service) -> list[tuple[str, str]]:
    findable = [location for location in service.locations.all() if location.visibility != "hidden"]
    towns = [
        town
        for location in findable
        for town in (
            [location.city.name, location.city.name_in("fa"), location.city.name_in("ar")]
            if location.city
            else [location.place_name]
        )
    ]
    return [(service.source_language, text) for text in (*towns, *(location.region for location in findable))]


def _terms(texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(chain.from_iterable(index_terms(text, language) for language, text in texts))


def _is_among(term: Term, words: frozenset[str]) -> bool:
    if not words.isdisjoint(term.forms + term.near):
        return True
    return bool(term.prefix) and any(word.startswith(term.prefix) for word in words)


def _is_open(listing: Listing) -> bool:
    now = timezone.now()
    return any(is_open(opening, now) for opening in listing.openings)


def _distance_km(one: Point, other: Point) -> float:
    a, b = math.radians(one.latitude), math.radians(round(other.latitude, 4))
    across = math.radians(round(other.longitude, 4) - one.longitude)
    half_chord = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half_chord))
