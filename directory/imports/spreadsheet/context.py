"""What the rows of a spreadsheet are read against, and a row while it is read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from directory.imports.gazetteer import Gazetteer
from directory.imports.problems import Kind
from directory.imports.records import Record
from directory.imports.report import Report
from directory.imports.rows import Row
from directory.imports.spreadsheet.columns import listed
from directory.imports.taxonomy import Taxonomy


@dataclass(slots=True)
class Context:
    """`countries` are those that rows name. Organizations and places that rows share are collected once."""

    report: Report
    gazetteer: Gazetteer
    taxonomy: Taxonomy
    as_drafts: bool = False
    known_organizations: frozenset[str] = frozenset()
    countries: set[str] = field(default_factory=set)
    organizations: dict[str, Record] = field(default_factory=dict)
    locations: dict[str, Record] = field(default_factory=dict)


@dataclass(slots=True)
class Line:
    row: Row
    record: Record
    context: Context

    def take(self, column: str) -> str:
        return self.row.take(column)

    def report(self, kind: Kind, column: str, value: str = "") -> None:
        self.context.report.add(kind, self.row.place.at(column), value)

    def flaw(self, kind: Kind, column: str, value: str = "") -> None:
        """A value that cannot be stored: the row goes in with a note of it, but not to the public."""
        self.report(kind, column, value)
        self.record.publish = False
        if value:
            self.record.notes.append(f"{column}: {value}")

    def one(self, column: str, read: Callable[[str], str | None], unknown: Kind) -> str | None:
        """What the cell means; None if it is empty, or means nothing, which is a flaw."""
        written = self.take(column)
        value = read(written) if written else None
        if written and value is None:
            self.flaw(unknown, column, written)
        return value

    def each(self, column: str, read: Callable[[str], str | None], unknown: Kind) -> list[str]:
        """What the items of the cell mean, each once."""
        found: dict[str, None] = {}
        for text in listed(self.take(column)):
            value = read(text)
            if value is None:
                self.flaw(unknown, column, text)
            else:
                found[value] = None
        return list(found)
