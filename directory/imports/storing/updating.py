"""Rows that were imported before and changed at their source."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_all_child_relations

from directory.bulk import BATCH
from directory.imports.problems import CHANGED_HERE, DELETED_HERE, DRAFT_WAITS, LOCKED, ROW_SKIPPED
from directory.imports.records import Record
from directory.imports.report import Report
from directory.imports.storing.batches import add_revisions, store_children, store_links
from directory.imports.storing.merging import merge
from directory.imports.storing.shapes import SERVICES, Keys, Shape, apply, child_model, parent_field, told
from directory.models import ImportedRecord, Service

STATE = ["live", "has_unpublished_changes", "first_published_at", "last_published_at", "live_revision"]
CHECK_DATES = ["check_due_on", "hide_on"]


@dataclass
class Updater:
    """Rows of one batch: first decided one by one in memory, then written together.

    `waits`: changes of a published listing wait as a draft for an editor.
    """

    shape: Shape
    keys: Keys
    report: Report
    waits: bool
    written: list[ClusterableModel] = field(default_factory=list)
    drafted: list[ClusterableModel] = field(default_factory=list)
    unchanged: int = 0
    skipped: int = 0
    _remembered: list[ImportedRecord] = field(default_factory=list)
    _changed: dict[str, list[ClusterableModel]] = field(default_factory=dict)

    def update(self, records: list[Record], source: str) -> None:
        ids = [record.external_id for record in records]
        rows = {row.external_id: row for row in self._rows(source, ids)}
        known = ImportedRecord.objects.filter(source=source, table=self.shape.table, external_id__in=ids)
        last = {imported.external_id: imported for imported in known}
        for record in records:
            self._decide(rows.get(record.external_id), last[record.external_id], record)
        self._write()
        ImportedRecord.objects.bulk_update(self._remembered, ["digest", "values"], batch_size=BATCH)

    def _rows(self, source: str, ids: list[str]) -> Any:
        rows = self.shape.model.objects.filter(import_source=source, external_id__in=ids)
        children = [relation.get_accessor_name() for relation in get_all_child_relations(self.shape.model)]
        if self.shape is SERVICES:
            rows = rows.select_related("country", "latest_revision")
        return rows.prefetch_related(*children, *self.shape.links)

    def _decide(self, row: ClusterableModel | None, last: ImportedRecord, record: Record) -> None:
        """What was imported is remembered, unless the row is left out: then the next import tries again."""
        if row is None or getattr(row, "locked", False):
            self._skip(LOCKED if row else DELETED_HERE, record, record.external_id)
            return
        current = self._current(row)
        merged = merge(last.values, told(self.shape, current, record.values, self.keys), record.values)
        for key in merged.kept:
            self.report.add(CHANGED_HERE, record.place.at(key), record.external_id)
        publish = record.publish and self._may_publish(row)
        if merged.changes or publish:
            apply(self.shape, current, merged.changes, self.keys)
            try:
                current.clean()
            except ValidationError as error:
                self._skip(ROW_SKIPPED, record, "; ".join(error.messages))
                return
            self._plan(row, current, list(merged.changes), record)
        else:
            self.unchanged += 1
        last.digest, last.values = record.digest, record.values
        self._remembered.append(last)

    def _skip(self, kind: Any, record: Record, value: str) -> None:
        self.report.add(kind, record.place, value)
        self.skipped += 1

    def _current(self, row: ClusterableModel) -> ClusterableModel:
        """What an editor sees: the latest draft, where the row does not say the same."""
        if self.shape is not SERVICES or row.latest_revision is None or _in_step(row):
            return row
        return row.get_latest_revision_as_object()

    def _may_publish(self, row: ClusterableModel) -> bool:
        """A draft that only waited for its row to be corrected; not one that an editor took off the site."""
        return self.shape is SERVICES and not (self.waits or row.live or row.first_published_at)

    def _plan(
        self, row: ClusterableModel, current: ClusterableModel, keys: list[str], record: Record
    ) -> None:
        if self.shape is SERVICES and (current is not row or self._has_to_wait(row, record)):
            if row.live:
                self.report.add(DRAFT_WAITS, record.place, record.external_id)
            self.drafted.append(current)
            return
        if self.shape is SERVICES:
            _set_state(row, publish=row.live or (record.publish and self._may_publish(row)))
        self.written.append(row)
        for key in keys:
            self._changed.setdefault(key, []).append(row)

    def _has_to_wait(self, service: Service, record: Record) -> bool:
        return service.live and (self.waits or not record.publish)

    def _write(self) -> None:
        for key in self.shape.children:
            self._replace_children(key, self._changed.pop(key, []))
        for key in self.shape.links:
            self._replace_links(key, self._changed.pop(key, []))
        columns = list(self._changed)
        if self.shape is SERVICES:
            add_revisions([*self.written, *self.drafted], "wagtail.edit")
            for service in self.written:
                service.live_revision = service.latest_revision if service.live else None
            for service in self.drafted:
                service.has_unpublished_changes = True
            Service.objects.bulk_update(self.drafted, ["latest_revision", "has_unpublished_changes"], BATCH)
            columns += [*STATE, *CHECK_DATES, "latest_revision"]
        if self.written and columns:
            self.shape.model.objects.bulk_update(self.written, columns, batch_size=BATCH)

    def _replace_children(self, key: str, rows: list[ClusterableModel]) -> None:
        if rows:
            parent = parent_field(self.shape, key)
            child_model(self.shape, key).objects.filter(**{f"{parent}__in": rows}).delete()
            store_children(self.shape, rows, key)

    def _replace_links(self, key: str, rows: list[ClusterableModel]) -> None:
        if rows:
            relation = self.shape.model._meta.get_field(key)
            through = relation.remote_field.through
            through.objects.filter(**{f"{relation.m2m_field_name()}__in": rows}).delete()
            store_links(self.shape, rows, key)


def _set_state(service: Service, *, publish: bool) -> None:
    service.set_check_dates()
    service.has_unpublished_changes = not publish
    if publish:
        service.live = True
        service.last_published_at = timezone.now()
        service.first_published_at = service.first_published_at or service.last_published_at


def _in_step(service: Service) -> bool:
    """Whether the row says what its latest revision says, apart from what publishing itself notes."""
    written = json.loads(json.dumps(service.serializable_data(), cls=DjangoJSONEncoder))
    drafted = service.latest_revision.content
    noted = {*STATE, *CHECK_DATES, "latest_revision"}
    return all(written[key] == drafted.get(key) for key in written if key not in noted)
