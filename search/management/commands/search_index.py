from time import perf_counter

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search import index
from search.models import Entry


class Command(BaseCommand):
    help = gettext_lazy("Make the search index anew, or say whether it agrees with the listings.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["rebuild", "status"])

    def handle(self, *, action: str, **_options: object) -> None:
        {"rebuild": self._rebuild, "status": self._status}[action]()

    def _rebuild(self) -> None:
        began = perf_counter()
        count = index.rebuild()
        self.stdout.write(
            _("%(count)d listings indexed in %(seconds).1f seconds.")
            % {"count": count, "seconds": perf_counter() - began}
        )

    def _status(self) -> None:
        """Fails when a listing is missing or should not be there, so that a scheduled job notices."""
        drift = index.drift()
        if drift:
            raise CommandError(
                _("The index disagrees with the database about: %(listings)s. Run search_index rebuild.")
                % {"listings": ", ".join(map(str, drift))}
            )
        self.stdout.write(
            _("The index agrees with the database: %(count)d entries.") % {"count": Entry.objects.count()}
        )
