"""The door of the house: where hidden places, exact addresses of places shown by city only, contacts of
the staff and internal notes stay behind.

It asks `directory.managers` of every row, however the listing was loaded: a preview comes from a revision,
not from the database.
"""

from collections.abc import Iterable
from datetime import time
from typing import TYPE_CHECKING

from directory.enums import ContactKind
from directory.managers import is_addressable, is_findable, is_public
from directory.opening import MINUTES_A_DAY, Hours, Opening
from directory.public.facts import (
    ContactPoint,
    CredentialFact,
    Facts,
    OrganizationFact,
    Place,
    SpokenLanguage,
    Texts,
)
from directory.zones import zone_of, zone_of_country

if TYPE_CHECKING:
    from directory.models import Location, Organization, Schedule, Service
    from directory.models.contacts import Contact

DELIVERY = ("in_person", "by_phone", "by_video", "by_chat")
AUDIENCE = ("women", "men", "families", "lgbt")
CITY_LANGUAGES = ("en", "fa", "ar")
PLAIN_FIELDS = (
    "id", "external_id", "source_language", "alternate_name", "serves_everywhere", "cost", "cost_note",
    "minimum_age", "maximum_age", "legal_status", "eligibility_note", "documents_required", "documents_note",
    "capacity", "wait_time", "verified_on", "verified_by", "verification_method", "check_due_on", "source",
    "confidentiality_note",
)  # fmt: skip


def facts_of(service: "Service") -> Facts:
    """Complete the listing first (`directory.parts`), or this asks the database many times."""
    places = tuple(_place(location) for location in service.locations.all() if is_findable(location))
    return Facts(
        **{name: getattr(service, name) for name in PLAIN_FIELDS},
        texts=_texts(service),
        organization=_organization(service.organization),
        needs=tuple(need.slug for need in service.needs.all()),
        places=places,
        countries=_countries(service),
        delivery=tuple(way for way in DELIVERY if getattr(service, way)),
        languages=_languages(service),
        audience=tuple(group for group in AUDIENCE if getattr(service, f"for_{group}")),
        contacts=_contacts(service.contacts.all()),
        opening=_opening(service.schedules.all(), _zone(service)),
        credentials=_credentials(service),
    )


def _texts(service: "Service") -> dict[str, Texts]:
    rows = {translation.language: translation for translation in service.translations.all()}
    return {
        language: Texts(row.name, row.summary, row.description, row.application_process)
        for language, row in (rows | {service.source_language: service}).items()
    }


def _languages(service: "Service") -> tuple[SpokenLanguage, ...]:
    return tuple(SpokenLanguage(row.code, row.spoken_by, row.note) for row in service.languages.all())


def _credentials(service: "Service") -> tuple[CredentialFact, ...]:
    return tuple(
        CredentialFact(row.profession, row.regulator, row.registration_number, row.areas, row.note)
        for row in service.credentials.all()
    )


def _organization(organization: "Organization") -> OrganizationFact:
    contacts = _contacts(organization.contacts.all())
    known = {contact.value for contact in contacts}
    written = ((ContactKind.EMAIL, organization.email), (ContactKind.WEBSITE, organization.website))
    own = tuple(
        ContactPoint(kind.value, value, "", "", "", "")
        for kind, value in written
        if value and value not in known
    )
    return OrganizationFact(
        name=organization.name,
        alternate_name=organization.alternate_name,
        description=organization.description,
        contacts=contacts + own,
    )


def _countries(service: "Service") -> tuple[str, ...]:
    also = [country.code for country in service.also_serves.all()]
    return tuple(dict.fromkeys(filter(None, [service.country_id, *also])))


def _contacts(rows: Iterable["Contact"]) -> tuple[ContactPoint, ...]:
    return tuple(
        ContactPoint(row.kind, row.value, row.extension, row.label, row.language, row.safe_to_leave_message)
        for row in rows
        if is_public(row)
    )


def _place(location: "Location") -> Place:
    city = location.city
    full = is_addressable(location)
    point = location if full and location.latitude is not None else city
    return Place(
        name=location.name if full else "",
        street=tuple(filter(None, [location.address_1, location.address_2])) if full else (),
        postal_code=location.postal_code if full else "",
        town=_town(location),
        city_id=location.city_id,
        region=location.region,
        country=location.country_id,
        latitude=point.latitude if point else None,
        longitude=point.longitude if point else None,
        has_address=full,
        is_exact=point is location,
        wheelchair=location.wheelchair,
        transportation=location.transportation if full else "",
        contacts=_contacts(location.contacts.all()),
        opening=_opening(location.schedules.all(), zone_of(location)),
    )


def _town(location: "Location") -> dict[str, str]:
    """Its name by language; English stands for every language that has none."""
    if location.city is None:
        return {"en": location.place_name} if location.place_name else {}
    return {language: location.city.name_in(language) for language in CITY_LANGUAGES}


def _zone(service: "Service") -> str:
    findable = (location for location in service.locations.all() if is_findable(location))
    of_places = (zone for location in findable if (zone := zone_of(location)))
    return service.timezone or next(of_places, "") or zone_of_country(service.country_id)


def _opening(rows: Iterable["Schedule"], zone: str) -> Opening | None:
    hours = tuple(
        Hours(
            weekday=row.weekday,
            opens=_minutes(row.opens_at),
            closes=_minutes(row.closes_at, days_later=row.closes_next_day),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            note=row.note,
        )
        for row in rows
    )
    return Opening(zone, hours) if hours and zone else None


def _minutes(clock: time | None, *, days_later: int = 0) -> int:
    return 0 if clock is None else days_later * MINUTES_A_DAY + clock.hour * 60 + clock.minute
