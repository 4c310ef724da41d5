from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from confidential import erasure, retention


class Command(BaseCommand):
    help = gettext_lazy("Delete confidential data that is over, as docs/confidential.md says.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help=_("only say what would be deleted"))

    def handle(self, *_args: Any, dry_run: bool, **_options: Any) -> None:
        now = timezone.now()
        if dry_run:
            counts, line = retention.due(now), _("%(name)s: %(count)d would be deleted.")
        else:
            erasure.settle(now)
            counts, line = retention.purge(now), _("%(name)s: %(count)d deleted.")
        for name, count in counts.items():
            self.stdout.write(line % {"name": name, "count": count})
