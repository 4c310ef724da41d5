from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.enums import Answer
from casework.models.cases import Case
from confidential.fields import EncryptedJSONField
from confidential.models import ConfidentialModel


class Consent(ConfidentialModel):
    """The standing answer of one side; no row means that there is none.

    Another answer, or another choice of what to share, is another row: an approval names the two rows it
    was given for. Renewing keeps the row and moves `until`.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="consent")
    answer = models.CharField(max_length=3, choices=Answer)
    shares = EncryptedJSONField()
    renewed_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(answer__in=Answer.values), name="consent_answer_is_known"),
            models.CheckConstraint(
                condition=Q(until__gt=F("renewed_at")), name="consent_ends_after_it_began"
            ),
        ]
