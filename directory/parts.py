"""The many small rows of one listing, in one query: a page for one reader must not ask the database a dozen
times. Where many listings are read at once, `with_public_facts()` asks once a table instead.
"""

from collections import defaultdict
from typing import Any

from django.db.models import CharField, F, Model, QuerySet, Value
from django.db.models.functions import JSONObject

from directory.models import (
    Country,
    Credential,
    LocationContact,
    LocationSchedule,
    Need,
    OrganizationContact,
    Service,
    ServiceContact,
    ServiceLanguage,
    ServiceSchedule,
    ServiceTranslation,
)

Parts = dict[tuple[str, int], list[Model]]


def fill(service: Service) -> None:
    """Gives the listing, its organization and its places their rows, as a revision would: in memory."""
    sources = _sources(service)
    found = _found(sources)
    for relation in ("translations", "languages", "contacts", "schedules", "credentials"):
        setattr(service, relation, found[relation, service.pk])
    organization, places = service.organization, service.locations.all()
    for kind, owner, relation in (
        ("organization", organization, "contacts"),
        *(("location", place, relation) for place in places for relation in ("contacts", "schedules")),
    ):
        setattr(owner, relation, found[f"{kind} {relation}", owner.pk])
    service.needs.set(found["needs", service.pk])
    service.also_serves.set(found["also_serves", service.pk])


def _sources(service: Service) -> dict[str, tuple[QuerySet, Any]]:
    """For each kind of part its rows, and whose each of them is."""
    own = Value(service.pk)
    return {
        "translations": (ServiceTranslation.objects.filter(service=service), own),
        "languages": (ServiceLanguage.objects.filter(service=service), own),
        "contacts": (ServiceContact.objects.public().filter(service=service), own),
        "schedules": (ServiceSchedule.objects.filter(service=service), own),
        "credentials": (Credential.objects.filter(service=service), own),
        "needs": (Need.objects.filter(services=service), own),
        "also_serves": (Country.objects.filter(also_served_by=service), own),
        "organization contacts": (
            OrganizationContact.objects.public().filter(organization=service.organization_id),
            F("organization_id"),
        ),
        "location contacts": (
            LocationContact.objects.public().filter(location__services=service),
            F("location_id"),
        ),
        "location schedules": (
            LocationSchedule.objects.filter(location__services=service),
            F("location_id"),
        ),
    }


def _found(sources: dict[str, tuple[QuerySet, Any]]) -> Parts:
    first, *others = (
        rows.order_by().values_list(Value(kind, CharField()), owner, JSONObject(**_columns(rows.model)))
        for kind, (rows, owner) in sources.items()
    )
    found: Parts = defaultdict(list)
    for kind, owner, columns in first.union(*others, all=True):
        found[kind, owner].append(_row(sources[kind][0].model, columns))
    return found


def _columns(model: type[Model]) -> dict[str, str]:
    return {field.attname: field.attname for field in model._meta.concrete_fields}


def _row(model: type[Model], columns: dict[str, Any]) -> Model:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: fields[name].to_python(value) for name, value in columns.items()})
