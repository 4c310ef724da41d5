"""A line of a file: named cells, and a memory of which of them found a place."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from directory.imports.problems import Place


@dataclass(slots=True)
class Row:
    """Taking a cell marks it; what nobody took is `rest()`, so that no cell is lost unnoticed."""

    place: Place
    cells: dict[str, str]
    taken: set[str] = field(default_factory=set)

    def take(self, *columns: str) -> str:
        """The first of these cells that says something."""
        self.taken.update(columns)
        return next((value for column in columns if (value := self.cells.get(column, ""))), "")

    def peek(self, column: str) -> str:
        return self.cells.get(column, "")

    def keep(self, column: str) -> None:
        """The cell could not be stored as it is: it counts as not taken, and so goes into the note."""
        self.taken.discard(column)

    def rest(self) -> dict[str, str]:
        return {column: value for column, value in self.cells.items() if value and column not in self.taken}

    @property
    def is_empty(self) -> bool:
        return not any(self.cells.values())

    def digest(self) -> str:
        return digest(self.cells)


def digest(values: object) -> str:
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def note_lines(table: str, rest: dict[str, str]) -> Iterable[str]:
    """How cells without a field are written into an internal note."""
    return (f"{table}.{column}: {value}" for column, value in rest.items())
