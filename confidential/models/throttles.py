from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _


class AttemptQuerySet(QuerySet):
    def expired(self, now: datetime) -> Self:
        return self.filter(expires_at__lte=now)


class Attempt(models.Model):
    """How often one source tried one thing within one period; `key` says neither who nor what."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(_("count"))
    expires_at = models.DateTimeField(_("expires"), db_index=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
