"""A folder, zip or file of HSDS, as one set of tables in the words of version 3."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from directory.imports.files import csv_files, sources
from directory.imports.files.sources import File
from directory.imports.hsds import documents
from directory.imports.hsds.tables import TABLES, Table, default_address_type, table_named
from directory.imports.problems import (
    COLUMN_MISSING,
    FILE_IGNORED,
    ID_TOO_LONG,
    ID_TWICE,
    NO_TABLES,
    ROW_EMPTY,
    ROW_TWICE,
    Place,
    RefusedError,
)
from directory.imports.report import Report
from directory.imports.rows import Row

MAX_ID = 100
QUIET = {"LICENSE", "README", "LICENSE.md", "README.md", "LICENSE.txt", "README.txt", "datapackage.json"}


@dataclass
class Tables:
    """Rows by table; what is looked up by an id is sorted out once."""

    rows: dict[str, list[Row]]
    _owned: dict[tuple[str, str], dict[str, list[Row]]] = field(default_factory=dict)
    _by_id: dict[str, dict[str, Row]] = field(default_factory=dict)

    def __getitem__(self, table: str) -> list[Row]:
        return self.rows.get(table, [])

    def owned(self, table: str, column: str) -> dict[str, list[Row]]:
        """The rows of a table by the id of what they belong to."""
        if (table, column) not in self._owned:
            found = self._owned[table, column] = defaultdict(list)
            for row in self[table]:
                if owner := row.peek(column):
                    found[owner].append(row)
        return self._owned[table, column]

    def by_id(self, table: str) -> dict[str, Row]:
        if table not in self._by_id:
            self._by_id[table] = {row.peek("id"): row for row in self[table] if row.peek("id")}
        return self._by_id[table]


def read(path: Path, report: Report) -> Tables:
    rows: dict[str, list[Row]] = defaultdict(list)
    for file in sources.files_in(path):
        for table, found in _tables_in(file, report):
            report.rows_read[file.name] += len(found)
            rows[table].extend(found)
    if not any(TABLES[table].identified for table in rows):
        raise RefusedError(NO_TABLES, Place(str(path)))
    return Tables({table: _distinct(TABLES[table], found, report) for table, found in rows.items()})


def _tables_in(file: File, report: Report) -> Iterable[tuple[str, list[Row]]]:
    stem, _dot, suffix = file.name.rpartition(".")
    if file.name in QUIET:
        return []
    if suffix.casefold() == "json":
        return documents.rows_of(file).items()
    table = table_named(stem) if suffix.casefold() == "csv" else None
    if table is None:
        report.add(FILE_IGNORED, Place(file.name))
        return []
    return [(table.name, _csv(file, table, stem))]


def _csv(file: File, table: Table, stem: str) -> list[Row]:
    header = csv_files.header_of(file)
    renamed = {old: new for old, new in table.renamed.items() if old in header and new not in header}
    columns = [renamed.get(name, name) for name in header]
    missing = next((name for name in table.required if name not in columns), None)
    if missing:
        raise RefusedError(COLUMN_MISSING, Place(file.name, 1, missing), missing)
    return [_in_new_words(row, columns, stem) for row in csv_files.rows_of(file)]


def _in_new_words(row: Row, columns: list[str], stem: str) -> Row:
    row.cells = dict(zip(columns, row.cells.values(), strict=True))
    if (address_type := default_address_type(stem)) and not row.is_empty:
        row.cells.setdefault("address_type", address_type)
    return row


def _distinct(table: Table, rows: list[Row], report: Report) -> list[Row]:
    """Without empty rows and repetitions; two different rows of one id are refused."""
    kept: dict[str, Row] = {}
    ids: set[str] = set()
    for row in rows:
        if row.is_empty:
            report.add(ROW_EMPTY, row.place)
        elif (digest := row.digest()) in kept:
            report.add(ROW_TWICE, row.place, row.peek("id"))
        else:
            identity = row.peek("id")
            if len(identity) > MAX_ID:
                raise RefusedError(ID_TOO_LONG, row.place.at("id"), identity)
            if table.identified and identity and identity in ids:
                raise RefusedError(ID_TWICE, row.place.at("id"), identity)
            ids.add(identity)
            kept[digest] = row
    return list(kept.values())
