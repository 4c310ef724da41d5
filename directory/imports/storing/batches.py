"""What creating and updating have in common: children, links and revisions of many rows in few statements."""

from django.utils import timezone
from modelcluster.models import ClusterableModel
from wagtail.models import ModelLogEntry, Revision

from directory.bulk import BATCH
from directory.imports.storing.shapes import Shape, parent_field
from directory.models import Service


def store_children(shape: Shape, rows: list[ClusterableModel], key: str) -> None:
    found = []
    for row in rows:
        for child in getattr(row, key).all():
            setattr(child, parent_field(shape, key), row)
            found.append(child)
    if found:
        type(found[0]).objects.bulk_create(found, batch_size=BATCH)


def store_links(shape: Shape, rows: list[ClusterableModel], key: str) -> None:
    relation = shape.model._meta.get_field(key)
    through = relation.remote_field.through
    names = relation.m2m_field_name(), relation.m2m_reverse_field_name()
    pairs = ((row, other) for row in rows for other in getattr(row, key).all())
    through.objects.bulk_create(
        (through(**dict(zip(names, pair, strict=True))) for pair in pairs), batch_size=BATCH
    )


def add_revisions(services: list[Service], action: str) -> None:
    """What the listings say in memory becomes their latest revision, and an entry in their history.

    The listings themselves are left for the caller to store.
    """
    revisions = [_revision(service) for service in services]
    Revision.objects.bulk_create(revisions)
    for service, revision in zip(services, revisions, strict=True):
        service.latest_revision = revision
    ModelLogEntry.objects.bulk_create(_history(service, action) for service in services)


def _revision(service: Service) -> Revision:
    return Revision(
        content_type=service.get_content_type(),
        base_content_type=service.get_base_content_type(),
        object_id=str(service.pk),
        created_at=timezone.now(),
        content=service.serializable_data(),
        object_str=str(service),
    )


def _history(service: Service, action: str) -> ModelLogEntry:
    return ModelLogEntry(
        content_type=service.get_content_type(),
        object_id=str(service.pk),
        label=str(service),
        action=action,
        timestamp=service.latest_revision.created_at,
        revision=service.latest_revision,
        content_changed=True,
    )
