from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from django.conf import settings
from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from directory.imports.cells.vocabulary import country_code
from directory.imports.commands import ImportCommand
from directory.imports.hsds.importing import Options, import_hsds
from directory.imports.report import Report


class Command(ImportCommand):
    help = _("Bring in listings in the field's standard form: HSDS, as CSV or JSON.")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "path", type=Path, metavar="FOLDER", help=_("A folder, .zip or .json file of HSDS.")
        )
        parser.add_argument(
            "--country", required=True, help=_("The country these services are in, such as US.")
        )
        parser.add_argument("--source", default="", help=_("A name for where the data come from."))
        parser.add_argument(
            "--language",
            default="en",
            choices=[code for code, _name in settings.LANGUAGES],
            help=_("Of the texts."),
        )
        parser.add_argument(
            "--timezone", default="", help=_("Of the opening hours, such as America/Chicago.")
        )
        super().add_arguments(parser)

    def bring_in(self, report: Report, options: dict[str, Any]) -> None:
        code = country_code(options["country"])
        if code is None:
            raise CommandError(_("“%(code)s” is not the code of a country.") % {"code": options["country"]})
        if options["timezone"] and options["timezone"] not in available_timezones():
            raise CommandError(
                _("“%(name)s” is not a time zone such as Europe/Berlin.") % {"name": options["timezone"]}
            )
        chosen = Options(code, options["source"], options["language"], options["timezone"])
        import_hsds(options["path"], chosen, report, self.progress)
