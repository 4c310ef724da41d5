from typing import Any, Self

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Model, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from confidential.enums import AccessReason
from confidential.models.base import ConfidentialModel


class AccessRecordQuerySet(QuerySet):
    def of(self, instance: Model) -> Self:
        return self.filter(table=instance._meta.db_table, row=str(instance.pk))

    def with_names(self) -> Self:
        """Also the openings of users who are gone."""
        names = get_user_model().objects.values("username")
        return self.annotate(
            user_name=Subquery(names.filter(pk=OuterRef("user_id"))),
            allower_name=Subquery(names.filter(pk=OuterRef("allowed_by_id"))),
        )


class AccessRecord(ConfidentialModel):
    """Who opened which confidential row, when and why; nothing of what stands in it.

    The row may be erased before this record is: it is named by table and UUID alone. The database itself
    refuses to change a record (migration 0002).
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        verbose_name=_("user"),
        related_name="+",
        db_constraint=False,
    )
    allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        verbose_name=_("allowed by"),
        related_name="+",
        null=True,
        db_constraint=False,
    )
    table = models.CharField(_("table"), max_length=63)
    row = models.CharField(_("row"), max_length=36)
    why = models.CharField(_("why"), max_length=20, choices=AccessReason)

    objects = AccessRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening of a confidential record")
        verbose_name_plural = _("openings of confidential records")
        default_permissions = ("view",)
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["-created_at"], name="access_newest"),
            models.Index(fields=["table", "row"], name="access_of_a_row"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(why__in=AccessReason.values), name="access_for_a_known_reason"
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **{**kwargs, "force_insert": True})

    @property
    def who(self) -> str:
        return _named(self.user_name, self.user_id)  # type: ignore[attr-defined]

    @property
    def by_whose_leave(self) -> str:
        return _named(self.allower_name, self.allowed_by_id)  # type: ignore[attr-defined]


def _named(username: str | None, number: int | None) -> str:
    if username or number is None:
        return username or ""
    return gettext("user %(number)d, deleted") % {"number": number}
