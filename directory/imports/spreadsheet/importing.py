"""From a CSV or Excel file to a changed database: reading first, then one transaction."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from directory.imports.files import csv_files, sources, workbooks
from directory.imports.files.sources import File
from directory.imports.gazetteer import Gazetteer
from directory.imports.problems import (
    COLUMN_MISSING,
    COUNTRY_ADDED,
    ID_TOO_LONG,
    ID_TWICE,
    ROW_TWICE,
    UNKNOWN_COLUMN,
    Place,
    RefusedError,
)
from directory.imports.records import Records
from directory.imports.report import Report
from directory.imports.rows import Row
from directory.imports.spreadsheet.columns import COLUMNS, REQUIRED
from directory.imports.spreadsheet.context import Context
from directory.imports.spreadsheet.listings import listing_record
from directory.imports.spreadsheet.organizations import known_organizations
from directory.imports.storing.store import Store
from directory.imports.taxonomy import Taxonomy
from directory.models import Country

SOURCE = "spreadsheet"
MAX_ID = 100


def import_listings(
    path: Path, report: Report, progress: Callable[[int], Callable[[int], object]], *, as_drafts: bool = False
) -> None:
    """Raises RefusedError when the file cannot be trusted. `progress` is told how many records."""
    rows = _rows(sources.one_file(path), report)
    organizations = known_organizations(SOURCE)
    context = Context(report, Gazetteer(), Taxonomy(), as_drafts, frozenset(organizations))
    listings = [record for row in rows if (record := listing_record(row, context))]
    records = Records(list(context.organizations.values()), list(context.locations.values()), listings)
    with transaction.atomic():
        _add_countries(context.countries, path, report)
        store = Store(SOURCE, report, waits=False, progress=progress(records.count))
        for key, organization in organizations.items():
            store.keys.know(key, organization)
        report.tally("services").skipped += len(rows) - len(listings)
        store.store(records)
        if report.dry_run:
            transaction.set_rollback(True)


def _rows(file: File, report: Report) -> list[Row]:
    reader = workbooks if file.name.casefold().endswith((".xlsx", ".xlsm")) else csv_files
    header = reader.header_of(file)
    missing = next((name for name in REQUIRED if name not in header), None)
    if missing:
        raise RefusedError(COLUMN_MISSING, Place(file.name, 1, missing), missing)
    for name in header:
        if name not in COLUMNS:
            report.add(UNKNOWN_COLUMN, Place(file.name, 1, name), name)
    rows = [row for row in reader.rows_of(file) if not row.is_empty]
    report.rows_read[file.name] = len(rows)
    return _distinct(rows, report)


def _distinct(rows: list[Row], report: Report) -> list[Row]:
    kept: dict[str, Row] = {}
    for row in rows:
        identity = row.peek("id")
        if len(identity) > MAX_ID:
            raise RefusedError(ID_TOO_LONG, row.place.at("id"), identity)
        if identity and identity in kept:
            if kept[identity].cells != row.cells:
                raise RefusedError(ID_TWICE, row.place.at("id"), identity)
            report.add(ROW_TWICE, row.place, identity)
        else:
            kept[identity or f"#{row.place.line}"] = row
    return list(kept.values())


def _add_countries(codes: set[str], path: Path, report: Report) -> None:
    for code in sorted(codes - set(Country.objects.values_list("code", flat=True))):
        Country.objects.create(code=code)
        report.add(COUNTRY_ADDED, Place(path.name), code)
