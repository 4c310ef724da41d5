from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from confidential.fields import EncryptedTextField
from confidential.models.base import ConfidentialModel


class QueuedLetterQuerySet(QuerySet):
    def waiting(self) -> Self:
        return self.filter(given_up_at=None)

    def due(self, now: datetime) -> Self:
        return self.waiting().filter(due_at__lte=now).order_by("due_at")

    def given_up(self) -> Self:
        return self.exclude(given_up_at=None)


class QueuedLetter(ConfidentialModel):
    """A letter until it is sent; it is deleted then.

    `due_at` is put off before each attempt, so that whoever does so first has the letter to itself, and an
    attempt that dies is simply made again. `about` is the UUID of the row that it tells of: whoever deletes
    that row takes the letter back.
    """

    to = EncryptedTextField(_("to"))
    subject = EncryptedTextField(_("subject"))
    body = EncryptedTextField(_("text"))
    from_label = EncryptedTextField(_("sender"), blank=True)
    language = models.CharField(_("language"), max_length=5)
    about = models.CharField(max_length=36, blank=True, db_index=True)
    due_at = models.DateTimeField(_("due"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    given_up_at = models.DateTimeField(_("given up"), null=True)
    problem = models.CharField(_("problem"), max_length=60, blank=True)

    objects = QueuedLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter in the post")
        verbose_name_plural = _("letters in the post")
        default_permissions = ()
        indexes = [
            models.Index(fields=["due_at"], name="letter_due", condition=Q(given_up_at=None)),
        ]
