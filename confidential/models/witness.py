from django.db import models
from django.utils.translation import gettext_lazy as _


class HashWitness(models.Model):
    """One row: what CONFIDENTIAL_HASH_KEY makes of nothing, so that another key is noticed."""

    hash = models.CharField(max_length=64, primary_key=True)

    class Meta:
        verbose_name = _("witness of the hash key")
        verbose_name_plural = _("witnesses of the hash key")
        default_permissions = ()

    def __str__(self) -> str:
        return self.hash
