from django.db import models
from django.utils.translation import gettext_lazy as _

from confidential.models.expiring import Expiring


class Attempt(Expiring):
    """How often one source tried one thing within one period."""

    count = models.PositiveIntegerField(_("count"))

    class Meta(Expiring.Meta):
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
