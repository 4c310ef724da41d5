"""Into the database: whole listings, or only what the index keeps of them."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import connection, transaction
from django.db.models import QuerySet

from directory.demo import content
from directory.models import (
    Country,
    Credential,
    Location,
    LocationSchedule,
    Organization,
    Service,
    ServiceContact,
    ServiceLanguage,
    ServiceSchedule,
    ServiceTranslation,
)
from directory.taxonomy.load import load_taxonomy
from tests.benchmarks.generated.listings import Listings

BATCH = 1_000
PARTS = {
    "translations": ServiceTranslation,
    "languages": ServiceLanguage,
    "contacts": ServiceContact,
    "credentials": Credential,
    "schedules": ServiceSchedule,
}
LINKS = {"needs": "need_id", "locations": "location_id"}


def prepare() -> None:
    """What listings refer to: needs and countries, where they are not there yet."""
    load_taxonomy()
    Country.objects.bulk_create(
        (
            Country(code=code, check_every_days=facts.check_every_days, hide_after_days=facts.hide_after_days)
            for code, facts in content.countries().items()
        ),
        ignore_conflicts=True,
    )


def store(listings: Listings, numbers: Iterable[int]) -> None:
    """Writes them with everything that belongs to them. Nobody is told: rebuild the index afterwards.

    The primary keys are their numbers, so the tables must hold no others of these.
    """
    for services in batches(listings.services(numbers)):
        with transaction.atomic():
            _store(services)
    _go_on_counting()


def _store(services: list[Service]) -> None:
    """Past the models' own managers, which would tell of each batch."""
    organizations = {service.organization.pk: service.organization for service in services}
    locations = {place.pk: place for service in services for place in service.locations.all()}
    known = set(Organization.objects.filter(pk__in=organizations).values_list("pk", flat=True))
    QuerySet(Organization).bulk_create(row for pk, row in organizations.items() if pk not in known)
    there = set(Location.objects.filter(pk__in=locations).values_list("pk", flat=True))
    missing = [row for pk, row in locations.items() if pk not in there]
    QuerySet(Location).bulk_create(missing)
    QuerySet(LocationSchedule).bulk_create(_children(missing, "schedules", "location_id"))
    QuerySet(Service).bulk_create(services)
    for name, model in PARTS.items():
        QuerySet(model).bulk_create(_children(services, name, "service_id"), batch_size=BATCH)
    for name, column in LINKS.items():
        through = getattr(Service, name).through
        through.objects.bulk_create(
            through(service_id=service.pk, **{column: target.pk})
            for service in services
            for target in getattr(service, name).all()
        )


def _children(parents: Iterable, name: str, column: str) -> Iterator:
    for parent in parents:
        for child in getattr(parent, name).all():
            setattr(child, column, parent.pk)
            yield child


def _go_on_counting() -> None:
    """PostgreSQL counts its keys by itself and has to be told of ours."""
    from django.core.management.color import no_style

    models = [Organization, Location, Service]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def batches(services: Iterator[Service]) -> Iterator[list[Service]]:
    while batch := list(islice(services, BATCH)):
        yield batch
