from collections.abc import Callable
from time import perf_counter
from types import ModuleType

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import Need
from search import comparing, index, outbox
from search.engines import EngineAwayError
from search.models import Entry
from search.names import outdated_needs


class Command(BaseCommand):
    help = gettext_lazy("Make the search index anew, compare it with the listings, or repair what differs.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["rebuild", "verify", "repair", "status"])
        parser.add_argument(
            "--only-elasticsearch",
            action="store_true",
            help=_("leave the database's own index as it is"),
        )

    def handle(self, *, action: str, only_elasticsearch: bool, **_options: object) -> None:
        actions: dict[str, Callable[[], None]] = {
            "rebuild": lambda: self._rebuild(with_database=not only_elasticsearch),
            "verify": self._verify,
            "repair": self._repair,
            "status": self._status,
        }
        try:
            actions[action]()
        except EngineAwayError as error:
            raise CommandError(_("Elasticsearch: %(error)s") % {"error": error}) from error

    def _rebuild(self, *, with_database: bool) -> None:
        if with_database:
            self._timed(index.rebuild)
        if elasticsearch := _elasticsearch():
            self._timed(elasticsearch.rebuild)

    def _timed(self, rebuild: Callable[[], int]) -> None:
        began = perf_counter()
        count = rebuild()
        self.stdout.write(
            _("%(count)d listings indexed in %(seconds).1f seconds.")
            % {"count": count, "seconds": perf_counter() - began}
        )

    def _verify(self) -> None:
        """Fails when anything differs, so that a scheduled job notices."""
        differing = [*map(str, comparing.drift()), *outdated_needs()]
        if elasticsearch := _elasticsearch():
            differing += [
                f"{each.service_id} ({each.expected} ≠ {each.found})" for each in elasticsearch.differences()
            ]
        if differing:
            raise CommandError(
                _("The index disagrees with the database about: %(listings)s. Run search_index repair.")
                % {"listings": ", ".join(differing)}
            )
        self.stdout.write(
            _("The index agrees with the database: %(count)d entries.") % {"count": Entry.objects.count()}
        )

    def _repair(self) -> None:
        differing = comparing.drift()
        index.refresh(differing)
        index.refresh_names(Need.objects.filter(slug__in=outdated_needs()))
        count = len(differing)
        if elasticsearch := _elasticsearch():
            differences = elasticsearch.differences()
            elasticsearch.repair(differences)
            count = len({*differing, *(each.service_id for each in differences)})
        self.stdout.write(_("%(count)d listings were brought up to date.") % {"count": count})

    def _status(self) -> None:
        self.stdout.write(_("Database: %(count)d entries.") % {"count": Entry.objects.count()})
        if elasticsearch := _elasticsearch():
            self._status_of(elasticsearch)
        else:
            self.stdout.write(_("Elasticsearch is not used."))

    def _status_of(self, elasticsearch: ModuleType) -> None:
        state = outbox.state()
        self.stdout.write(
            _("Waiting: %(waiting)d, the oldest since %(oldest)s. Given up: %(given_up)d.")
            % {"waiting": state.waiting, "oldest": state.oldest or "–", "given_up": state.given_up}
        )
        cluster = elasticsearch.status()
        self.stdout.write(
            _("Elasticsearch: %(health)s, %(nodes)d nodes, %(documents)d listings in %(index)s.")
            % {
                "health": cluster.health,
                "nodes": cluster.nodes,
                "documents": cluster.documents,
                "index": ", ".join(cluster.indexes) or "–",
            }
        )
        if cluster.left_over:
            self.stdout.write(
                _("Left over from a rebuild: %(indexes)s.") % {"indexes": ", ".join(cluster.left_over)}
            )


def _elasticsearch() -> ModuleType | None:
    """Its client is loaded only where there is something to ask."""
    if not settings.ELASTICSEARCH_URL:
        return None
    from search.engines.elasticsearch import index as elasticsearch

    return elasticsearch
