"""What the import commands have in common: options, a progress bar, the report."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm

from directory.imports.problems import Problem, RefusedError
from directory.imports.report import Report

Progress = Callable[[int], Callable[[int], object]]


class ImportCommand(BaseCommand):
    """A command that runs `bring_in` and says what became of each row."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help=_("Say what would happen; store nothing."))
        parser.add_argument(
            "--report",
            type=Path,
            metavar="FILE.csv",
            help=_("Write all problems to this file, instead of one in the data folder."),
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        report = Report(dry_run=options["dry_run"])
        file = options["report"] or _kept_at(options["path"])
        if not file.parent.is_dir():
            raise CommandError(_("There is no folder for the report: %(path)s") % {"path": file})
        try:
            self.bring_in(report, options)
        except RefusedError as refusal:
            report.refuse(refusal.problem)
        for line in report.lines():
            self.stdout.write(line)
        report.write_csv(file)
        self.stdout.write(_("Row by row: %(path)s") % {"path": file})
        if report.refusal:
            raise CommandError(_refusal(report.refusal))

    def bring_in(self, report: Report, options: dict[str, Any]) -> None:
        raise NotImplementedError

    def progress(self, total: int) -> Callable[[int], object]:
        """A bar where somebody looks on; silent in logs and pipes."""
        return tqdm(total=total, unit=" records", disable=None).update


def _kept_at(imported: Path) -> Path:
    """The last report of what has that name. It may hold what stays internal: nobody else looks in."""
    settings.IMPORT_REPORTS.mkdir(mode=0o700, parents=True, exist_ok=True)
    return settings.IMPORT_REPORTS / f"{imported.resolve().stem}.csv"


def _refusal(problem: Problem) -> str:
    place = problem.place
    where = ":".join(str(part) for part in (place.file, place.line, place.column) if part)
    return f"{where}: {problem.kind.wrong} {problem.kind.done}"
