"""HSDS 3 as JSON, flattened into the rows that its CSV would have."""

import json
from collections.abc import Iterator
from typing import Any

from directory.imports.cells.text import clean
from directory.imports.files.csv_files import check_cell, decoded_text
from directory.imports.files.limits import MAX_ROWS
from directory.imports.files.sources import File
from directory.imports.hsds.tables import TABLES, table_named
from directory.imports.problems import NOT_HSDS_JSON, NOT_JSON, TOO_LARGE, Place, RefusedError
from directory.imports.rows import Row

# Where a record is nested, and the column its child names it by.
CHILDREN = {
    "phones": "phones",
    "contacts": "contacts",
    "schedules": "schedules",
    "languages": "languages",
    "addresses": "addresses",
    "accessibility": "accessibility",
    "service_areas": "service_areas",
    "service_at_locations": "service_at_location",
    "cost_options": "cost_options",
    "required_documents": "required_documents",
    "funding": "funding",
    "attributes": "attributes",
    "metadata": "metadata",
    "locations": "locations",
    "services": "services",
    "programs": "programs",
    "organization_identifiers": "organization_identifiers",
}
PARENTS = {
    "organization": "organizations",
    "program": "programs",
    "location": "locations",
    "service": "services",
    "taxonomy_term": "taxonomy_terms",
    "taxonomy_detail": "taxonomies",
}
OWNED_BY = {
    "organizations": "organization_id",
    "services": "service_id",
    "locations": "location_id",
    "programs": "program_id",
    "service_at_location": "service_at_location_id",
    "contacts": "contact_id",
    "phones": "phone_id",
    "taxonomy_terms": "taxonomy_term_id",
    "taxonomies": "taxonomy_id",
}
# Rows that say which record they are about in columns of their own.
LINKED = {"attributes": "link_id", "metadata": "resource_id"}
# Which keys tell the kind of a record whose file's name does not.
TELLING_KEYS = (
    ("service_at_location", {"location", "service_id"}),
    ("services", {"service_at_locations", "application_process", "organization", "assured_date"}),
    ("locations", {"location_type", "latitude", "addresses"}),
    ("taxonomy_terms", {"taxonomy_detail", "term_uri"}),
    ("organizations", {"website", "year_incorporated", "organization_identifiers", "legal_status"}),
)
VERSION_KEYS = {"version", "openapi_url"}


def rows_of(file: File) -> dict[str, list[Row]]:
    """Table → rows. A record that stands in several places becomes one row with all that was said of it."""
    flat = _Flattened(file.name)
    for number, (table, record) in enumerate(_records(file), start=1):
        flat.add(table, record, Place(file.name, number))
    return flat.tables()


def _records(file: File) -> Iterator[tuple[str, Any]]:
    content = _parsed(file)
    if isinstance(content, dict) and content.keys() >= VERSION_KEYS:
        return
    if isinstance(content, dict) and any(key.endswith(".csv") for key in content):
        yield from _tabular(content, file)
        return
    records = content.get("contents", [content]) if isinstance(content, dict) else content
    if not isinstance(records, list):
        raise RefusedError(NOT_HSDS_JSON, Place(file.name))
    for number, record in enumerate(records, start=1):
        yield _table_of(record, file.name, number), record


def _tabular(content: dict[str, Any], file: File) -> Iterator[tuple[str, Any]]:
    """HSDS's tabular form of JSON: the name of each CSV file, and its rows."""
    for name, records in content.items():
        table = table_named(name.removesuffix(".csv"))
        if table is None or not isinstance(records, list):
            raise RefusedError(NOT_HSDS_JSON, Place(file.name, column=name))
        for record in records:
            yield table.name, record


def _parsed(file: File) -> Any:
    try:
        return json.loads(decoded_text(file), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        place = Place(file.name, getattr(error, "lineno", None))
        raise RefusedError(NOT_JSON, place, getattr(error, "msg", "") or error) from None


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _table_of(record: Any, file: str, number: int) -> str:
    if not isinstance(record, dict):
        raise RefusedError(NOT_HSDS_JSON, Place(file, number))
    telling = next((table for table, keys in TELLING_KEYS if keys & record.keys()), "")
    if telling:
        return telling
    stem = file.rpartition(".")[0].casefold().removesuffix("_full").removesuffix("_list")
    if (table := table_named(stem)) is None:
        raise RefusedError(NOT_HSDS_JSON, Place(file, number))
    return table.name


def _owned_by(owner: tuple[str, str] | None) -> dict[str, str]:
    """The cell that names the record around this one, where the tables have a column for it."""
    return dict([owner]) if owner and owner[0] else {}


class _Flattened:
    def __init__(self, file: str) -> None:
        self.file = file
        self._rows: dict[str, dict[str, Row]] = {}
        self._count = 0

    def tables(self) -> dict[str, list[Row]]:
        return {table: list(rows.values()) for table, rows in self._rows.items()}

    def add(self, table: str, record: Any, place: Place, owner: tuple[str, str] | None = None) -> str:
        """Store the record and all that is nested in it; answers its id."""
        if not isinstance(record, dict):
            raise RefusedError(NOT_HSDS_JSON, place)
        identity = str(record.get("id") or "")
        cells = _owned_by(owner)
        for key, value in record.items():
            if key in PARENTS and isinstance(value, dict):
                parent = self.add(PARENTS[key], value, _below(place, key))
                cells.setdefault(OWNED_BY[PARENTS[key]], parent)
            elif key in CHILDREN and isinstance(value, list):
                self._add_children(table, identity, key, value, place)
            else:
                cells[TABLES[table].renamed.get(key) or key] = _cell(value, _below(place, key))
        self._store(table, identity, cells, place)
        return identity

    def _add_children(self, table: str, identity: str, key: str, children: list, place: Place) -> None:
        child_table = CHILDREN[key]
        column = LINKED[child_table] if child_table in LINKED else OWNED_BY.get(table, "")
        for number, child in enumerate(children):
            self.add(child_table, child, _below(place, f"{key}[{number}]"), (column, identity))

    def _store(self, table: str, identity: str, cells: dict[str, str], place: Place) -> None:
        self._count += 1
        if self._count > MAX_ROWS:
            raise RefusedError(TOO_LARGE, place)
        rows = self._rows.setdefault(table, {})
        key = identity or f"#{self._count}"
        known = rows.get(key)
        if known is None:
            rows[key] = Row(place, cells)
        elif all(known.cells.get(column, value) in ("", value) for column, value in cells.items()):
            known.cells.update({column: value for column, value in cells.items() if value})
        else:
            rows[f"{key}#{self._count}"] = Row(place, cells)


def _below(place: Place, key: str) -> Place:
    return place.at(f"{place.column}.{key}" if place.column else key)


def _cell(value: Any, place: Place) -> str:
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    check_cell(text, place)
    return clean(text)
