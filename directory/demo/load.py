"""Writes what is missing of the demonstration and leaves alone what is there."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import models
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from directory.demo import content
from directory.demo.facts import facts_of, is_draft
from directory.demo.hours import opening_hours
from directory.demo.plan import REMOTE, Planned, planned
from directory.demo.reaching import email, ways_to_reach, website
from directory.demo.speaking import credentials_of, languages_of
from directory.demo.translating import source_texts, translations
from directory.demo.where import location_key, location_of
from directory.models import (
    City,
    Country,
    Credential,
    EmergencyNumber,
    Location,
    LocationSchedule,
    Need,
    Organization,
    Service,
    ServiceContact,
    ServiceLanguage,
    ServiceSchedule,
    ServiceTranslation,
)
from directory.signals import told_together
from directory.taxonomy.load import load_taxonomy
from directory.taxonomy.wordings import load_phrases

SOURCE = "demo"
BATCH = 500
Report = Callable[[str, int], None]


@told_together()
def load_directory(report: Report, today: date | None = None) -> int:
    """Returns how many rows of countries, needs, organizations, places and listings were missing."""
    steps = (
        (_("Countries"), _load_countries),
        (_("Needs"), load_taxonomy),
        (_("Words in searches"), load_phrases),
        (_("Organizations"), _load_organizations),
        (_("Locations"), _load_locations),
        (_("Listings"), lambda: _load_listings(today or localdate())),
    )
    added = 0
    for name, step in steps:
        count = step()
        report(name, count)
        added += count
    return added


def _load_countries() -> int:
    there = set(Country.objects.values_list("code", flat=True))
    missing = [facts for code, facts in content.countries().items() if code not in there]
    for facts in missing:
        Country.objects.create(
            code=facts.code, check_every_days=facts.check_every_days, hide_after_days=facts.hide_after_days
        )
        EmergencyNumber.objects.bulk_create(_emergency_numbers(facts))
    return len(missing)


def _emergency_numbers(facts: content.CountryFacts) -> list[EmergencyNumber]:
    written = [(kind, number) for kind, numbers in facts.emergency.items() for number in numbers]
    return [
        EmergencyNumber(country_id=facts.code, kind=kind, number=number, sort_order=place)
        for place, (kind, number) in enumerate(written)
    ]


def _load_organizations() -> int:
    there = _loaded(Organization)
    missing = [
        Organization(
            name=house.name,
            alternate_name=house.other,
            description=house.about,
            website=website(house),
            email=email(house),
            import_source=SOURCE,
            external_id=house.slug,
        )
        for house in content.houses().values()
        if house.slug not in there
    ]
    return len(Organization.objects.bulk_create(missing))


def _load_locations() -> int:
    there, organizations = _loaded(Location), _loaded(Organization)
    cities = City.objects.in_bulk([*content.places()], field_name="slug")
    wanted = {location_key(listing): listing for listing in planned() if listing.has_place}
    missing = [
        Location(
            organization_id=organizations[listing.house.slug],
            import_source=SOURCE,
            external_id=key,
            **location_of(listing, cities[listing.place.slug]),
        )
        for key, listing in wanted.items()
        if key not in there
    ]
    added = Location.objects.bulk_create(missing, batch_size=BATCH)
    _load_office_hours([(location, wanted[location.external_id]) for location in added])
    return len(added)


def _load_office_hours(locations: Iterable[tuple[Location, Planned]]) -> None:
    """A secret house has no hours at the door."""
    LocationSchedule.objects.bulk_create(
        LocationSchedule(
            location=location,
            weekday=opening.weekday,
            opens_at=opening.opens_at,
            closes_at=opening.closes_at,
            closes_next_day=opening.closes_next_day,
        )
        for location, listing in locations
        if listing.offer.visibility == "full"
        for opening in opening_hours("office", listing.dice)
    )


def _load_listings(today: date) -> int:
    there = _loaded(Service)
    missing = [listing for listing in planned() if listing.key not in there]
    organizations = _loaded(Organization)
    countries = Country.objects.in_bulk()
    zones = dict(City.objects.filter(slug__in=content.places()).values_list("slug", "timezone"))
    services = []
    for listing in missing:
        service = _service(listing, today)
        service.organization_id = organizations[listing.house.slug]
        service.timezone = "" if listing.has_place else zones[listing.place.slug]
        service.country = countries.get(listing.country)
        service.set_check_dates()
        services.append(service)
    pairs = list(zip(Service.objects.bulk_create(services, batch_size=BATCH), missing, strict=True))
    _load_parts(pairs)
    _load_links(pairs)
    return len(pairs)


def _service(listing: Planned, today: date) -> Service:
    texts, published_at = source_texts(listing), now()
    is_live = not is_draft(listing)
    return Service(
        import_source=SOURCE,
        external_id=listing.key,
        source_language=listing.language,
        name=texts.name,
        summary=texts.summary,
        description=texts.description,
        application_process=texts.application_process,
        live=is_live,
        has_unpublished_changes=not is_live,
        first_published_at=published_at if is_live else None,
        last_published_at=published_at if is_live else None,
        **facts_of(listing, today),
    )


def _load_parts(pairs: list[tuple[Service, Planned]]) -> None:
    parts: dict[Any, Any] = {
        ServiceTranslation: lambda listing: [
            {"language": language, **vars(texts)} for language, texts in translations(listing).items()
        ],
        ServiceLanguage: lambda listing: _in_order(languages_of(listing)),
        ServiceContact: lambda listing: _in_order(ways_to_reach(listing)),
        Credential: lambda listing: _in_order(credentials_of(listing)),
        ServiceSchedule: lambda listing: [
            {**vars(opening), "closes_next_day": opening.closes_next_day}
            for opening in opening_hours(listing.offer.hours, listing.dice)
        ],
    }
    for model, rows_of in parts.items():
        rows = (model(service=service, **row) for service, listing in pairs for row in rows_of(listing))
        model.objects.bulk_create(rows, batch_size=BATCH)


def _in_order(values: Iterable[object]) -> list[dict[str, object]]:
    return [{**vars(value), "sort_order": place} for place, value in enumerate(values)]


def _load_links(pairs: list[tuple[Service, Planned]]) -> None:
    needs = dict(Need.objects.values_list("slug", "pk"))
    locations = _loaded(Location)
    linked: dict[Any, tuple[str, Callable[[Planned], Iterable[object]]]] = {
        Service.needs: ("need_id", lambda each: [needs[slug] for slug in each.offer.needs]),
        Service.locations: (
            "location_id",
            lambda each: [locations[location_key(each)]] if each.has_place else [],
        ),
        Service.also_serves: ("country_id", _also_served),
    }
    for field, (column, targets) in linked.items():
        through = field.through
        through.objects.bulk_create(
            (
                through(service_id=service.pk, **{column: target})
                for service, listing in pairs
                for target in targets(listing)
            ),
            batch_size=BATCH,
        )


def _also_served(listing: Planned) -> list[str]:
    """A neighbour country can only be served from afar."""
    return list(listing.house.also) if listing.delivery & REMOTE and not listing.everywhere else []


def _loaded(model: type[models.Model]) -> dict[str, int]:
    """Primary keys by external ID of what an earlier run wrote."""
    return dict(model._default_manager.filter(import_source=SOURCE).values_list("external_id", "pk"))
