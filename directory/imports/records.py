"""What an import wants the database to say: plain values, comparable with those of the last import."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from directory.imports.problems import Place
from directory.imports.rows import Row, digest, note_lines

# How a record names the rows that it belongs to or links.
ORGANIZATION = "organization"
COUNTRY = "country"
NOTE = "internal_note"


@dataclass
class Record:
    """`values` holds JSON only: model fields by name, child rows as lists of such, links as lists of keys."""

    table: str
    external_id: str
    place: Place
    values: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    publish: bool = True

    def keep(self, table: str, row: Row) -> None:
        """Write into the internal note what found no field."""
        self.notes.extend(note_lines(table, row.rest()))

    def finish(self) -> "Record":
        self.values[NOTE] = "\n".join(dict.fromkeys(self.notes))
        return self

    @cached_property
    def digest(self) -> str:
        """Of what is to be stored: ask for it when the values are final."""
        return digest([self.values, self.publish])


@dataclass(slots=True)
class Records:
    """In the order in which they are stored."""

    organizations: list[Record] = field(default_factory=list)
    locations: list[Record] = field(default_factory=list)
    services: list[Record] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.organizations) + len(self.locations) + len(self.services)
