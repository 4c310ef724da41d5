from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from confidential import post
from confidential.models import QueuedLetter


class Command(BaseCommand):
    help = gettext_lazy("Letters that wait to be sent: how many there are, or send those that are due.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["status", "send"])

    def handle(self, *_args: Any, action: str, **_options: Any) -> None:
        if action == "send":
            self._send()
        self._tell()

    def _send(self) -> None:
        while post.send_due():
            pass
        if QueuedLetter.objects.waiting().exclude(problem="").exists():
            raise CommandError(_("Some letters could not be sent; `post status` says why."))

    def _tell(self) -> None:
        """Neither addresses nor words: whoever reads this is not who wrote them."""
        waiting, given_up = QueuedLetter.objects.waiting(), QueuedLetter.objects.given_up()
        self.stdout.write(_("%(count)d waiting.") % {"count": waiting.count()})
        self.stdout.write(_("%(count)d due.") % {"count": waiting.due(timezone.now()).count()})
        self.stdout.write(_("%(count)d given up.") % {"count": given_up.count()})
        for problem in (
            QueuedLetter.objects.exclude(problem="")
            .order_by("problem")
            .values_list("problem", flat=True)
            .distinct()
        ):
            self.stdout.write(_("Problem: %(problem)s") % {"problem": problem})
