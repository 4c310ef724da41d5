"""New rows with their children, links and revisions, in batches: a few statements for hundreds of rows."""

from collections.abc import Iterable

from django.utils import timezone
from modelcluster.models import ClusterableModel, get_all_child_m2m_relations, get_all_child_relations

from directory.bulk import batches
from directory.imports.records import Record
from directory.imports.storing.batches import add_revisions, store_children, store_links
from directory.imports.storing.shapes import SERVICES, Keys, Shape, apply
from directory.models import ImportedRecord, Service


def create(shape: Shape, records: list[Record], source: str, keys: Keys) -> Iterable[ClusterableModel]:
    """The rows in the order of their records, as they are stored."""
    for batch in batches(records):
        rows = [_built(shape, record, source, keys) for record in batch]
        shape.model.objects.bulk_create(rows)
        for key in shape.children:
            store_children(shape, rows, key)
        for key in shape.links:
            store_links(shape, rows, key)
        if shape is SERVICES:
            _begin_history(rows)
        ImportedRecord.objects.bulk_create(_remembered(record, source) for record in batch)
        yield from rows


def _remembered(record: Record, source: str) -> ImportedRecord:
    return ImportedRecord(
        source=source,
        table=record.table,
        external_id=record.external_id,
        digest=record.digest,
        values=record.values,
    )


def _built(shape: Shape, record: Record, source: str, keys: Keys) -> ClusterableModel:
    row = shape.model(import_source=source, external_id=record.external_id)
    # Said explicitly, so that no child list is asked of the database when the revision is written.
    for relation in get_all_child_relations(shape.model):
        setattr(row, relation.get_accessor_name(), [])
    for field in get_all_child_m2m_relations(shape.model):
        setattr(row, field.name, [])
    apply(shape, row, record.values, keys)
    if shape is SERVICES:
        _set_state(row, record)
    return row


def _set_state(service: Service, record: Record) -> None:
    service.live = record.publish
    service.has_unpublished_changes = not record.publish
    if record.publish:
        service.first_published_at = service.last_published_at = timezone.now()
    service.set_check_dates()


def _begin_history(services: list[Service]) -> None:
    """The history begins with what was imported, and the first edit compares with it."""
    add_revisions(services, "wagtail.create")
    for service in services:
        service.live_revision = service.latest_revision if service.live else None
    Service.objects.bulk_update(services, ["latest_revision", "live_revision"])
