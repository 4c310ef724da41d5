"""From a path to a changed database: reading first, then one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from directory.imports.gazetteer import Gazetteer
from directory.imports.hsds import folder
from directory.imports.hsds.context import Context
from directory.imports.hsds.folder import Tables
from directory.imports.hsds.joining import join_locations, join_service_at_location, report_ownerless
from directory.imports.hsds.locations import location_records
from directory.imports.hsds.organizations import organization_records
from directory.imports.hsds.services import service_records
from directory.imports.problems import COUNTRY_ADDED, SOURCE_RECOGNISED, TIMEZONE_UNKNOWN, Place
from directory.imports.records import Records
from directory.imports.report import Report
from directory.imports.storing.origin import recognised
from directory.imports.storing.store import Store
from directory.imports.taxonomy import Taxonomy
from directory.models import Country


@dataclass(frozen=True, slots=True)
class Options:
    """`source` names where the ids come from; they are unique within it only."""

    country: str
    source: str = ""
    language: str = "en"
    timezone: str = ""


def import_hsds(
    path: Path, options: Options, report: Report, progress: Callable[[int], Callable[[int], object]]
) -> None:
    """Raises RefusedError when the files cannot be trusted. `progress` is told how many records."""
    tables = folder.read(path, report)
    context = _context(tables, options, report, options.source or _source(path, tables, report))
    join_service_at_location(tables)
    join_locations(tables)
    report_ownerless(tables, report)
    records = Records(organization_records(context), location_records(context), service_records(context))
    with transaction.atomic():
        _country, added = Country.objects.get_or_create(code=options.country)
        if added:
            report.add(COUNTRY_ADDED, Place(path.name), options.country)
        Store(context.source, report, waits=True, progress=progress(records.count)).store(records)
        if report.dry_run:
            transaction.set_rollback(True)


def _context(tables: Tables, options: Options, report: Report, source: str) -> Context:
    gazetteer = Gazetteer()
    timezone = options.timezone or gazetteer.only_timezone(options.country)
    if not timezone and tables["schedules"]:
        report.add(TIMEZONE_UNKNOWN, tables["schedules"][0].place)
    return Context(
        tables=tables,
        report=report,
        source=source,
        country=options.country,
        language=options.language,
        timezone=timezone,
        gazetteer=gazetteer,
        taxonomy=Taxonomy(),
        countries=frozenset(Country.objects.values_list("code", flat=True)),
    )


def _source(path: Path, tables: Tables, report: Report) -> str:
    """The folder's name, unless these rows came from another folder before."""
    name = path.resolve().stem[:100]
    names = {row.peek("id"): row.peek("name") for row in tables["services"] if row.peek("id")}
    known = recognised(name, names)
    if known != name:
        report.add(SOURCE_RECOGNISED, Place(path.name), known)
    return known
