from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _


class SpentTokenQuerySet(QuerySet):
    def expired(self, now: datetime) -> Self:
        return self.filter(expires_at__lte=now)


class SpentToken(models.Model):
    """A form that was taken in, so that it is not taken in twice."""

    key = models.CharField(max_length=64, primary_key=True)
    expires_at = models.DateTimeField(_("expires"), db_index=True)

    objects = SpentTokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("spent token")
        verbose_name_plural = _("spent tokens")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
