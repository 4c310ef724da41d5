"""The many small rows of listings in one query, however many listings they are.

Relation by relation it would be a dozen.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from directory import prepared, together
from directory.models import (
    City,
    Country,
    Credential,
    Location,
    LocationContact,
    LocationSchedule,
    Need,
    Organization,
    OrganizationContact,
    Service,
    ServiceContact,
    ServiceLanguage,
    ServiceSchedule,
    ServiceTranslation,
)

# By kind and owner.
Parts = dict[tuple[str, int | None], list[Any]]
OF_A_LISTING: dict[str, type[Model]] = {
    "translations": ServiceTranslation,
    "languages": ServiceLanguage,
    "contacts": ServiceContact,
    "schedules": ServiceSchedule,
    "credentials": Credential,
}
# What a listing shares with others, and the field that leads to it.
SHARED: dict[str, tuple[type[Model], str]] = {
    "needs": (Need, "need"),
    "also_serves": (Country, "country"),
    "locations": (Location, "location"),
}
OF_OTHERS: dict[str, type[Model]] = {
    "organization": Organization,
    "city": City,
    "organization contacts": OrganizationContact,
    "location contacts": LocationContact,
    "location schedules": LocationSchedule,
}
MODELS = OF_A_LISTING | {kind: model for kind, (model, _field) in SHARED.items()} | OF_OTHERS


def complete(services: Sequence[Service]) -> Sequence[Service]:
    """Gives them all that `directory.public` asks of a listing, in memory, as a revision has it."""
    parts: Parts = defaultdict(list)
    for kind, (owner, *values) in prepared.rows(_question, [service.pk for service in services]):
        parts[kind, owner].append(together.instance(MODELS[kind], values))
    for service in services:
        _give(service, parts)
    return services


def _give(service: Service, parts: Parts) -> None:
    for relation in OF_A_LISTING:
        setattr(service, relation, parts[relation, service.pk])
    for relation in SHARED:
        getattr(service, relation).set(parts[relation, service.pk])
    [service.organization] = parts["organization", service.organization_id]
    service.organization.contacts.set(parts["organization contacts", service.organization_id])
    for place in service.locations.all():
        place.city = next(iter(parts["city", place.city_id]), None)
        for relation in ("contacts", "schedules"):
            setattr(place, relation, parts[f"location {relation}", place.pk])


def _question(ids: RawSQL) -> QuerySet:
    return together.question(_sources(ids))


def _sources(ids: RawSQL) -> Iterator[tuple[str, QuerySet, list[str]]]:
    """Of each kind the rows; and the column that says whose they are, before those of the row itself."""
    for kind, model in OF_A_LISTING.items():
        rows = _public(model).filter(service__in=ids)
        yield kind, rows, ["service_id", *together.columns(model)]
    for kind, (model, field) in SHARED.items():
        links = getattr(Service, kind).through.objects.filter(service__in=ids)
        yield kind, links, ["service_id", *together.columns(model, via=field)]
    places = Location.objects.filter(services__in=ids)
    organizations = Service.objects.filter(pk__in=ids).values("organization")
    for kind, owner, owners in (
        ("city", "pk", places.values("city")),
        ("organization", "pk", organizations),
        ("organization contacts", "organization_id", organizations),
        ("location contacts", "location_id", places.values("pk")),
        ("location schedules", "location_id", places.values("pk")),
    ):
        model = MODELS[kind]
        rows = _public(model).filter(**{f"{owner}__in": owners})
        yield kind, rows, [owner, *together.columns(model)]


def _public(model: type[Model]) -> QuerySet:
    rows = model._default_manager.all()
    return rows.public() if hasattr(rows, "public") else rows
