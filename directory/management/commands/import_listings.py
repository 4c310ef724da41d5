from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from directory.imports.commands import ImportCommand
from directory.imports.report import Report
from directory.imports.spreadsheet.importing import import_listings


class Command(ImportCommand):
    help = _("Bring in listings from the spreadsheet that editors keep: CSV or Excel, one row a listing.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE", help=_("A .csv or .xlsx file."))
        parser.add_argument(
            "--draft", action="store_true", help=_("Publish nothing; listings come in as drafts.")
        )
        super().add_arguments(parser)

    def bring_in(self, report: Report, options: dict[str, Any]) -> None:
        import_listings(options["path"], report, self.progress, as_drafts=options["draft"])
