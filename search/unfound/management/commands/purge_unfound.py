from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy, ngettext

from search.unfound.keeping import purge


class Command(BaseCommand):
    help = gettext_lazy("Delete searches that found nothing and are older than 90 days.")

    def handle(self, *_args: Any, **_options: Any) -> None:
        deleted = purge(localdate())
        self.stdout.write(
            ngettext("%(count)d entry was deleted.", "%(count)d entries were deleted.", deleted)
            % {"count": deleted}
        )
