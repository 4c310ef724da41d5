from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from confidential import keys
from confidential.fields import EncryptedField
from confidential.rotation import rotate

CELLS_BETWEEN_LINES = 1_000


class Command(BaseCommand):
    help = gettext_lazy("Encrypt everything confidential with the newest key, while the site runs.")

    def handle(self, **_options: object) -> None:
        outcome = rotate(self._show)
        for version, count in sorted(outcome.versions.items()):
            self.stdout.write(
                _("Encrypted with key %(version)d: %(count)d") % {"version": version, "count": count}
            )
        if outcome.unreadable:
            raise CommandError(
                "\n".join([_("These cannot be read and stay as they are:"), *outcome.unreadable])
            )
        if set(outcome.versions) <= {keys.newest_version()}:
            self.stdout.write(_("Older keys are needed by nothing in the database any more."))

    def _show(self, field: EncryptedField, done: int, total: int) -> None:
        if done == total or not done % CELLS_BETWEEN_LINES:
            self.stdout.write(
                _("%(field)s: %(done)d of %(total)d") % {"field": field, "done": done, "total": total}
            )
