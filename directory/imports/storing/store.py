"""All records of one import, in the order in which they depend on each other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from modelcluster.models import ClusterableModel

from directory.bulk import batches
from directory.imports.problems import GONE, ORGANIZATION_DELETED, Place
from directory.imports.records import ORGANIZATION, Record, Records
from directory.imports.report import Report
from directory.imports.storing.creating import create
from directory.imports.storing.fitting import fit
from directory.imports.storing.shapes import LOCATIONS, ORGANIZATIONS, SERVICES, Keys, Shape
from directory.imports.storing.updating import Updater
from directory.models import Country, ImportedRecord, Location, Need, Organization
from directory.signals import told_together


@dataclass
class Store:
    """`waits`: changes of a published listing wait as a draft. `progress` hears how many records are done."""

    source: str
    report: Report
    waits: bool
    progress: Callable[[int], object]
    keys: Keys = field(default_factory=Keys)

    def store(self, records: Records) -> None:
        """The search index and the page cache hear once of all listings that the public sees changed."""
        with told_together():
            self._know_what_is_there()
            for organization in self._stored(ORGANIZATIONS, records.organizations):
                self.keys.know(organization.external_id, organization)
            for location in self._stored(LOCATIONS, self._owned(records.locations)):
                self.keys.locations[location.external_id] = location
            for _service in self._stored(SERVICES, self._owned(records.services)):
                pass

    def _know_what_is_there(self) -> None:
        for organization in Organization.objects.filter(import_source=self.source).exclude(external_id=""):
            self.keys.know(organization.external_id, organization)
        locations = Location.objects.filter(import_source=self.source).exclude(external_id="")
        self.keys.locations.update((location.external_id, location) for location in locations)
        self.keys.needs.update((need.slug, need) for need in Need.objects.all())
        self.keys.countries.update((country.code, country) for country in Country.objects.all())

    def _owned(self, records: list[Record]) -> list[Record]:
        """Without the records of an organization that was deleted here."""
        owned = []
        for record in records:
            if record.values[ORGANIZATION] in self.keys.organizations:
                owned.append(record)
            else:
                self.report.add(ORGANIZATION_DELETED, record.place, record.values[ORGANIZATION])
                self.report.tally(record.table).skipped += 1
        return owned

    def _stored(self, shape: Shape, records: list[Record]) -> Iterable[ClusterableModel]:
        """The rows that were written; what says the same as at the last import is not touched."""
        for record in records:
            fit(shape, record, self.report)
        known = ImportedRecord.objects.filter(source=self.source, table=shape.table)
        last = dict(known.values_list("external_id", "digest"))
        new = [record for record in records if record.external_id not in last]
        changed = [
            record for record in records if last.get(record.external_id, record.digest) != record.digest
        ]
        if shape is SERVICES:
            self._report_gone(shape, last.keys() - {record.external_id for record in records})
        same = len(records) - len(new) - len(changed)
        self.report.tally(shape.table).unchanged += same
        self.progress(same)
        yield from self._created(shape, new)
        for batch in batches(changed):
            yield from self._updated(shape, batch)

    def _created(self, shape: Shape, records: list[Record]) -> Iterable[ClusterableModel]:
        tally = self.report.tally(shape.table)
        for row in create(shape, records, self.source, self.keys):
            tally.created += 1
            self.progress(1)
            yield row

    def _updated(self, shape: Shape, records: list[Record]) -> Iterable[ClusterableModel]:
        updater = Updater(shape, self.keys, self.report, self.waits)
        updater.update(records, self.source)
        tally = self.report.tally(shape.table)
        tally.updated += len(updater.written) + len(updater.drafted)
        tally.unchanged += updater.unchanged
        tally.skipped += updater.skipped
        self.progress(len(records))
        yield from updater.written

    def _report_gone(self, shape: Shape, external_ids: Iterable[str]) -> None:
        for external_id in sorted(external_ids):
            self.report.add(GONE, Place(shape.table), external_id)
