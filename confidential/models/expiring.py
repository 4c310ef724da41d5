from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _


class ExpiringQuerySet(QuerySet):
    def expired(self, now: datetime) -> Self:
        return self.filter(expires_at__lte=now)


class Expiring(models.Model):
    """What is known by a keyed hash for a while; `key` says neither who nor what."""

    key = models.CharField(max_length=64, primary_key=True)
    expires_at = models.DateTimeField(_("expires"), db_index=True)

    objects = ExpiringQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
