"""What people look for and do not find, by day; nothing about the person.

What only one or two searches said may be about somebody, so its words are not kept: a keyed hash is enough to
notice the third time, and only then are the words written down.
"""

from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Max, Q, QuerySet, Sum
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

TIMES_UNTIL_READABLE = 3
DAYS_KEPT = 90
LONGEST_TEXT = 60


def first_day_kept(today: date) -> date:
    return today - timedelta(days=DAYS_KEPT - 1)


def key_of(text: str) -> str:
    """The same every day, and worth nothing without the site's secret."""
    return salted_hmac("search.unfound", text, algorithm="sha256").hexdigest()


class UnfoundSearchQuerySet(QuerySet):
    def with_times(self, today: date) -> Self:
        """`times` and `last_day`, of the days that are kept."""
        kept = Q(days__day__gte=first_day_kept(today))
        return self.annotate(times=Sum("days__count", filter=kept, default=0), last_day=Max("days__day"))

    def frequent(self, today: date) -> Self:
        return self.with_times(today).filter(times__gte=TIMES_UNTIL_READABLE)

    def rare(self, today: date) -> Self:
        return self.with_times(today).filter(times__lt=TIMES_UNTIL_READABLE)

    def readable(self, today: date) -> Self:
        return self.frequent(today).exclude(text="")


class UnfoundSearch(models.Model):
    """`text` is folded, and "" until the third time."""

    key = models.CharField(max_length=64)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    country = models.CharField(_("country"), max_length=2, blank=True)
    text = models.CharField(_("text"), max_length=LONGEST_TEXT, blank=True)

    objects = UnfoundSearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("search that found nothing")
        verbose_name_plural = _("searches that found nothing")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["key", "language", "country"], name="unfound_search_once")
        ]

    def __str__(self) -> str:
        return self.text or self.key


class UnfoundDay(models.Model):
    search = models.ForeignKey(UnfoundSearch, on_delete=models.CASCADE, related_name="days")
    day = models.DateField(_("day"), db_index=True)
    count = models.PositiveIntegerField(_("count"), default=0)

    class Meta:
        verbose_name = _("day of a search that found nothing")
        verbose_name_plural = _("days of a search that found nothing")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["search", "day"], name="unfound_counted_once_a_day")]

    def __str__(self) -> str:
        return f"{self.search}, {self.day}"
