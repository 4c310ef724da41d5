"""What the database engines keep of each listing. Nothing here is true by itself: all is made from listings.

Plain numbers rather than foreign keys, because a listing that is gone leaves an empty entry, so that every
worker hears of it. Numbers rather than dates, because the engine compares a million of them at once.
"""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Epoch(models.Model):
    """One row, replaced when the whole index is made anew: what workers hold from before is worthless."""

    name = models.UUIDField()

    def __str__(self) -> str:
        return str(self.name)


class EntryQuerySet(models.QuerySet["Entry"]):
    def shown(self, now: datetime) -> Self:
        """What `Service.objects.published()` would show at that moment."""
        today = timezone.localdate(now).toordinal()
        return self.filter(
            hidden_on__gt=today, shown_from__lte=today, expires_at__gt=int(now.timestamp() * 1_000_000)
        )


class Entry(models.Model):
    """The facts of a listing that can be filtered and sorted by.

    Sets are written as words in one order. Days are `date.toordinal()`; `hidden_on` 0 means never shown.
    `expires_at` is in microseconds since 1970.
    """

    service_id = models.PositiveBigIntegerField(primary_key=True)
    version = models.BigIntegerField(db_index=True)
    country = models.TextField(blank=True)
    city = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    languages = models.TextField(blank=True)
    delivery = models.TextField(blank=True)
    audience = models.TextField(blank=True)
    free = models.TextField(blank=True)
    no_papers = models.TextField(blank=True)
    open_now = models.TextField(blank=True)
    points = models.TextField(blank=True)
    readable_in = models.TextField(blank=True)
    verified_on = models.IntegerField(default=0)
    shown_from = models.IntegerField(default=0)
    hidden_on = models.IntegerField(default=0)
    expires_at = models.BigIntegerField(default=0)

    objects = EntryQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.service_id)


class EntryText(models.Model):
    """The terms of a listing's texts, of all its languages, by how much they say about it.

    The full-text index reads this table through triggers (SQLite) or generated columns (PostgreSQL): see the
    second migration, and make them again if a migration ever has to make this table again.
    """

    service_id = models.PositiveBigIntegerField(primary_key=True)
    names = models.TextField(blank=True)
    summaries = models.TextField(blank=True)
    descriptions = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.service_id)


class EntryPhrases(models.Model):
    """The words of a listing's names and summaries as they follow each other, for what is quoted."""

    service_id = models.PositiveBigIntegerField(primary_key=True)
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.service_id)


class EntryCard(models.Model):
    """What a list shows of a listing, in every language."""

    service_id = models.PositiveBigIntegerField(primary_key=True)
    document = models.JSONField()

    def __str__(self) -> str:
        return str(self.service_id)


class ChoiceName(models.Model):
    """The words for one choice (a need, a city, a country, a language) in all languages, as terms."""

    kind = models.CharField(max_length=20)
    value = models.CharField(max_length=220)
    terms = models.TextField()
    version = models.BigIntegerField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "value"], name="choice_named_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class OutboxQuerySet(models.QuerySet["Outbox"]):
    def given_up(self) -> Self:
        return self.filter(gave_up_at__isnull=False)


class Outbox(models.Model):
    """What Elasticsearch has yet to hear of each listing: one row a listing, whatever happens to it.

    `version` rises with each change, in the transaction of the change. `due_at` (seconds since 1970) is when
    a worker brings the listing to the index: now after a change, later to try again or to renew its coming
    opening hours, never where it was given up (`gave_up_at`) or nothing is left to do. Until `leased_until` a
    worker has it.
    """

    service_id = models.PositiveBigIntegerField(_("listing"), primary_key=True)
    version = models.BigIntegerField(default=1)
    due_at = models.BigIntegerField(null=True, db_index=True)
    leased_until = models.BigIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    error = models.TextField(_("what went wrong"), blank=True)
    gave_up_at = models.DateTimeField(_("given up"), null=True, db_index=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing for the search index")
        verbose_name_plural = _("listings for the search index")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.service_id)
