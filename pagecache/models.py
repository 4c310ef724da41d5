from django.db import models
from django.utils.translation import gettext_lazy as _


class Generation(models.Model):
    """One row: how many times published content has changed."""

    number = models.PositiveBigIntegerField(_("number"), default=0)

    class Meta:
        verbose_name = _("generation of the content")
        verbose_name_plural = _("generations of the content")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.number)
