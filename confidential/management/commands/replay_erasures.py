from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from confidential import erasure
from confidential.ledger import LedgerError


class Command(BaseCommand):
    help = gettext_lazy("After a backup was restored: erase again what had been erased since it was made.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--also-undecided",
            action="store_true",
            help=_("also erase rows of which nobody knows whether they were erased"),
        )

    def handle(self, *_args: Any, also_undecided: bool, **_options: Any) -> None:
        try:
            replayed = erasure.replay(also_undecided=also_undecided)
        except LedgerError as error:
            raise CommandError(str(error)) from error
        for table, count in replayed.deleted.items():
            self.stdout.write(_("%(table)s: %(count)d erased again.") % {"table": table, "count": count})
        if replayed.undecided:
            rows = "\n".join(f"{line.at} {line.table} {line.row}" for line in replayed.undecided)
            raise CommandError(
                _("Their erasure began; nobody knows whether it was meant to last:") + f"\n{rows}"
            )
