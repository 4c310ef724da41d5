from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _

from casework.enums import FAMILY, CaseEvent, Kind, Status
from casework.managers import CaseQuerySet
from casework.progress import after
from confidential.fields import EncryptedJSONField
from confidential.models import ConfidentialModel


class Case(ConfidentialModel):
    """One person who wrote to us.

    `told` is what the form asked for, by field. The country is that of the team that answers, not of the
    person, and a plain code: deleting a country asks nobody about cases.
    """

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    country = models.CharField(_("country"), max_length=2)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.NEW)
    status_since = models.DateTimeField(default=now)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The keyed hash of the receipt code; the code itself is kept nowhere.
    receipt = models.CharField(max_length=64, unique=True)
    # The day on which the person last looked: what nobody reads any more goes (retention.py).
    read_on = models.DateField(default=localdate)
    told = EncryptedJSONField()

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        default_permissions = ()
        ordering = ["status_since"]
        indexes = [models.Index(fields=["country", "status", "status_since"], name="case_by_desk")]
        constraints = [
            models.CheckConstraint(condition=Q(country__regex=r"^[A-Z]{2}$"), name="case_country_is_a_code"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="case_kind_is_known"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="case_status_is_known"),
        ]

    def __str__(self) -> str:
        """Says nothing of the person, wherever it is printed."""
        return self.reference

    @property
    def reference(self) -> str:
        """What colleagues may say aloud, and may write into a task."""
        return self.pk.hex[:8]

    @property
    def is_family(self) -> bool:
        return self.kind in FAMILY

    @property
    def is_closed(self) -> bool:
        return self.status == Status.CLOSED

    def move(self, event: CaseEvent) -> None:
        """Take the step that the event leads to; the waiting begins anew when it is somebody else's turn."""
        status = after(Status(self.status), event)
        if status != self.status:
            self.status, self.status_since = status, now()
        self.save(update_fields=["status", "status_since", "assigned_to"])


class NameKey(models.Model):
    """The keyed hash of a name in its plainest spelling, for looking up and for possible matches."""

    wagtail_reference_index_ignore = True

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="name_keys")
    key = models.CharField(max_length=64, db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["case", "key"], name="name_key_once_a_case")]

    def __str__(self) -> str:
        return str(self.pk)
