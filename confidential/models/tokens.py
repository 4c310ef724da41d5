from django.utils.translation import gettext_lazy as _

from confidential.models.expiring import Expiring


class SpentToken(Expiring):
    """A form that was taken in, so that it is not taken in twice."""

    class Meta(Expiring.Meta):
        verbose_name = _("spent token")
        verbose_name_plural = _("spent tokens")
