from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.managers import AccessRequestQuerySet, CaseworkerQuerySet
from casework.models.cases import Case
from confidential.fields import EncryptedTextField
from confidential.models import ConfidentialModel


class Caseworker(ConfidentialModel):
    """Whoever may see the cases of a country; without such a row nobody does, administrators neither."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="casework")
    country = models.CharField(_("country"), max_length=2)
    languages = models.JSONField(_("languages"), default=list)

    objects = CaseworkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("caseworker")
        verbose_name_plural = _("caseworkers")
        default_permissions = ()
        ordering = ["country", "created_at"]
        constraints = [
            models.UniqueConstraint(fields=["user", "country"], name="caseworker_once_a_country"),
            models.CheckConstraint(
                condition=Q(country__regex=r"^[A-Z]{2}$"), name="caseworker_country_is_a_code"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.country})"


class AccessRequest(ConfidentialModel):
    """Four eyes: a case of another country opens only if somebody of that country agrees, for a day."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="access_requests")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    reason = EncryptedTextField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)

    objects = AccessRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to open a case")
        verbose_name_plural = _("requests to open a case")
        default_permissions = ()
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | (Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(approved_by=F("asked_by"))),
                name="access_is_approved_by_somebody_else",
            )
        ]
