from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.demo.load import load_cases
from directory.demo.load import load_directory
from home.demo.load import load_home
from volunteers.demo.load import load_volunteers


class Command(BaseCommand):
    help = gettext_lazy("Fill the site with fictional content to try it; what is there stays as it is.")

    @transaction.atomic
    def handle(self, *_args: Any, **_options: Any) -> None:
        loads = (load_directory, load_home, load_volunteers, load_cases)
        added = sum(load(self._report) for load in loads)
        if not added:
            self.stdout.write(_("Everything was there already; nothing was changed."))

    def _report(self, what: str, added: int) -> None:
        self.stdout.write(_("%(what)s: %(added)d added") % {"what": what, "added": added})
