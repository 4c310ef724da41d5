from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy, ngettext

from directory.taxonomy.load import load_taxonomy
from directory.taxonomy.wordings import load_phrases


class Command(BaseCommand):
    help = gettext_lazy("Write the needs and search words a new site begins with; those that are there stay.")

    def handle(self, *_args: Any, **_options: Any) -> None:
        added = load_taxonomy()
        phrases = load_phrases()
        self.stdout.write(
            ngettext("%(count)d need was added.", "%(count)d needs were added.", added) % {"count": added}
        )
        self.stdout.write(
            ngettext(
                "%(count)d line of words in searches was added.",
                "%(count)d lines of words in searches were added.",
                phrases,
            )
            % {"count": phrases}
        )
