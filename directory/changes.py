"""Which listings a written row changes for the public, and that listeners hear of it."""

from collections.abc import Collection, Iterable, Sequence

from django.db.models import Model, Q
from django.db.models.signals import m2m_changed, post_delete, post_save

from directory.bulk import NOTES, batches
from directory.models import (
    Country,
    Credential,
    EmergencyNumber,
    Location,
    LocationContact,
    LocationSchedule,
    Need,
    NeedTranslation,
    Organization,
    OrganizationContact,
    Phrase,
    Service,
    ServiceContact,
    ServiceLanguage,
    ServiceSchedule,
    ServiceTranslation,
)
from directory.signals import Key, listings_changed, rows_written, tell
from pagecache import generation

PartOfAListing = Credential | ServiceContact | ServiceLanguage | ServiceSchedule | ServiceTranslation
PARTS_OF_A_LISTING = (Credential, ServiceContact, ServiceLanguage, ServiceSchedule, ServiceTranslation)

# By what a row is known to the listings that show it: its own attribute, and their paths to it.
SHOWN_BY: dict[type[Model], tuple[str, tuple[str, ...]]] = {
    Organization: ("pk", ("organization",)),
    OrganizationContact: ("organization_id", ("organization",)),
    Location: ("pk", ("locations",)),
    LocationContact: ("location_id", ("locations",)),
    LocationSchedule: ("location_id", ("locations",)),
    Need: ("pk", ("needs", "needs__parent")),
    NeedTranslation: ("need_id", ("needs", "needs__parent")),
    Country: ("pk", ("country", "also_serves")),
}
LISTINGS = {Service, *PARTS_OF_A_LISTING}
# Some pages show rows that no listing uses yet: an emergency number, a new need.
ON_PAGES = {*SHOWN_BY, EmergencyNumber, Phrase}


def listing_written(
    instance: Service, update_fields: Collection[str] | None = None, **kwargs: object
) -> None:
    is_note = update_fields is not None and NOTES.issuperset(update_fields)
    if not kwargs.get("raw") and not is_note:
        tell([instance.pk])


def part_written(instance: PartOfAListing, **kwargs: object) -> None:
    if not kwargs.get("raw"):
        tell([instance.service_id])


def shown_row_written(sender: type[Model], instance: Model, **kwargs: object) -> None:
    if kwargs.get("raw"):
        return
    attribute, _paths = SHOWN_BY[sender]
    _tell_of_those_showing(sender, [getattr(instance, attribute)])


def written_in_bulk(sender: type[Model], owners: Sequence[Key], **_kwargs: object) -> None:
    if sender in SHOWN_BY:
        _tell_of_those_showing(sender, owners)
    elif sender in LISTINGS:
        tell(map(int, owners))
    if sender in ON_PAGES:
        generation.bump()


def _tell_of_those_showing(model: type[Model], owners: Iterable[Key]) -> None:
    _attribute, paths = SHOWN_BY[model]
    for batch in batches(owners):
        shown = Q(*((f"{path}__in", batch) for path in paths), _connector=Q.OR)
        tell(Service.objects.filter(shown).values_list("pk", flat=True))


def page_written(**kwargs: object) -> None:
    if not kwargs.get("raw"):
        generation.bump()


def links_written(instance: Model, action: str, pk_set: set[int] | None, **_kwargs: object) -> None:
    """From the side of a need, place or country; a listing's own links are written when it is saved."""
    if action in {"post_add", "post_remove"} and not isinstance(instance, Service):
        tell(pk_set or ())


for written in (post_save, post_delete):
    written.connect(listing_written, sender=Service)
    for part in PARTS_OF_A_LISTING:
        written.connect(part_written, sender=part)
    for row in SHOWN_BY:
        written.connect(shown_row_written, sender=row)
    for row in ON_PAGES:
        written.connect(page_written, sender=row)
rows_written.connect(written_in_bulk)
listings_changed.connect(page_written)
for field in (Service.needs, Service.locations, Service.also_serves):
    m2m_changed.connect(links_written, sender=field.through)
