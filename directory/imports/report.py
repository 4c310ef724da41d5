"""What an import did: counts and problems, on screen and as CSV."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory.imports.problems import Kind, Place, Problem

ROWS_OF_A_KIND = 3
# What a spreadsheet program would run as a formula, were it the first character of a cell.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
CSV_HEADER = ("file", "line", "column", "value", "what is wrong", "what was done")


@dataclass
class Tally:
    """What became of the records of one table."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0

    @property
    def written(self) -> int:
        return self.created + self.updated


@dataclass
class Report:
    dry_run: bool = False
    # In order of discovery, each once: a row may belong to several records.
    _problems: dict[Problem, None] = field(default_factory=dict)
    rows_read: Counter[str] = field(default_factory=Counter)
    tallies: dict[str, Tally] = field(default_factory=dict)
    refusal: Problem | None = None

    def add(self, kind: Kind, place: Place, value: object = "") -> None:
        self._problems[Problem(kind, place, str(value))] = None

    def refuse(self, problem: Problem) -> None:
        self.refusal = problem
        self.tallies.clear()
        self._problems[problem] = None

    @property
    def problems(self) -> list[Problem]:
        return list(self._problems)

    def tally(self, table: str) -> Tally:
        return self.tallies.setdefault(table, Tally())

    @property
    def written(self) -> int:
        return sum(tally.written for tally in self.tallies.values())

    def lines(self) -> Iterator[str]:
        """The report for a screen: totals first, then the kinds of problems, then the first rows."""
        yield from self._totals()
        yield from self._kinds()
        yield from self._rows()

    def write_csv(self, path: Path) -> None:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            self.write_rows(file)

    def write_rows(self, file: TextIO) -> None:
        writer = csv.writer(file)
        writer.writerow(CSV_HEADER)
        for problem in sorted(self._problems, key=_position):
            writer.writerow([harmless(cell) for cell in cells(problem)])

    def _totals(self) -> Iterator[str]:
        for table, count in self.rows_read.items():
            yield ngettext("%(table)s: %(count)d row read", "%(table)s: %(count)d rows read", count) % {
                "table": table,
                "count": count,
            }
        for table, tally in self.tallies.items():
            yield _(
                "%(table)s: %(created)d created, %(updated)d updated, %(unchanged)d unchanged, "
                "%(skipped)d left out"
            ) % {"table": table, **vars(tally)}
        yield self._outcome()

    def _outcome(self) -> str:
        if self.refusal:
            return _("The import was refused; nothing was changed.")
        if not self.written:
            return _("Nothing changed: all of this was imported before.")
        if self.dry_run:
            return _("This was a dry run: nothing was stored.")
        return _("Done.")

    def _kinds(self) -> Iterator[str]:
        for kind, count in Counter(problem.kind for problem in self.problems).most_common():
            yield f"{count:>7}  {kind.wrong} {kind.done}"

    def _rows(self) -> Iterator[str]:
        """The first rows of every kind, so that a frequent one does not hide a rare one."""
        shown: Counter[Kind] = Counter()
        for problem in self._problems:
            shown[problem.kind] += 1
            if shown[problem.kind] <= ROWS_OF_A_KIND:
                yield _line(problem)
        if rest := sum(max(count - ROWS_OF_A_KIND, 0) for count in shown.values()):
            yield ngettext("and %(count)d more:", "and %(count)d more:", rest) % {"count": rest}


def _position(problem: Problem) -> tuple[bool, str, int]:
    """By file and line; what concerns no single line comes last."""
    line = problem.place.line
    return line is None, problem.place.file, line or 0


def _line(problem: Problem) -> str:
    file, line, column, value, wrong, done = cells(problem)
    where = ":".join(part for part in (file, line, column) if part)
    return f"{where}: {printable(value)} - {wrong} {done}" if value else f"{where}: {wrong} {done}"


def cells(problem: Problem) -> tuple[str, str, str, str, str, str]:
    place = problem.place
    line = "" if place.line is None else str(place.line)
    return place.file, line, place.column, problem.value, str(problem.kind.wrong), str(problem.kind.done)


def harmless(cell: str) -> str:
    """The cell as text for every spreadsheet program: an apostrophe in front stops it from being run."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA_STARTS) else cell


def printable(value: str, length: int = 80) -> str:
    """One line for a terminal, without control sequences that a file may hold."""
    text = "".join(character if character.isprintable() else " " for character in value)
    return text if len(text) <= length else f"{text[: length - 1]}…"
