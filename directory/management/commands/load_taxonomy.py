from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy, ngettext

from directory.taxonomy.load import load_taxonomy


class Command(BaseCommand):
    help = gettext_lazy("Write the needs a new site begins with; those that are there stay as they are.")

    def handle(self, *_args: Any, **_options: Any) -> None:
        added = load_taxonomy()
        self.stdout.write(
            ngettext("%(count)d need was added.", "%(count)d needs were added.", added) % {"count": added}
        )
