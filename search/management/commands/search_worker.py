import signal
from threading import Event

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from search import worker


class Command(BaseCommand):
    help = gettext_lazy("Bring changes to Elasticsearch until stopped; several may run at once.")

    def handle(self, **_options: object) -> None:
        if not settings.ELASTICSEARCH_URL:
            raise CommandError(_("ELASTICSEARCH_URL names no server: there is nothing to bring."))
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_received: stop.set())
        worker.run(stop)
