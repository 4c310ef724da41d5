from datetime import time

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.bulk import ToldQuerySet
from directory.enums import Weekday
from directory.models.locations import Location
from directory.models.plain import PlainText

# Said in full, because a CHECK that compares with NULL holds.
BOTH_TIMES = Q(opens_at__isnull=False, closes_at__isnull=False)


class Schedule(PlainText):
    """Opening hours of one weekday, in the owner's time zone. No hours at all: closed that day.

    Hours that end on the next day say so (22:00 to 06:00, or 00:00 to 00:00 for the whole day).
    """

    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    opens_at = models.TimeField(_("opens at"), null=True, blank=True)
    closes_at = models.TimeField(_("closes at"), null=True, blank=True)
    closes_next_day = models.BooleanField(_("closes after midnight"), default=False)
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("until"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=255, blank=True)

    objects = ToldQuerySet.as_manager()

    class Meta:
        abstract = True
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["weekday", "opens_at"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="%(class)s_weekday_exists"),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True, closes_at__isnull=True, closes_next_day=False)
                | (BOTH_TIMES & Q(closes_at__gt=F("opens_at"), closes_next_day=False))
                | (BOTH_TIMES & Q(closes_at__lte=F("opens_at"), closes_next_day=True)),
                name="%(class)s_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="%(class)s_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        hours = f"{self.opens_at:%H:%M}-{self.closes_at:%H:%M}" if self.opens_at and self.closes_at else "-"
        return f"{self.get_weekday_display()} {hours}"

    def clean(self) -> None:
        super().clean()
        if (self.opens_at is None) != (self.closes_at is None):
            missing = "opens_at" if self.opens_at is None else "closes_at"
            raise ValidationError({missing: _("Give both times, or neither if it is closed that day.")})
        if self.opens_at and self.closes_at:
            self._clean_hours(self.opens_at, self.closes_at)
        elif self.closes_next_day:
            raise ValidationError({"closes_next_day": _("A closed day cannot end after midnight.")})
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The end lies before the beginning.")})

    def _clean_hours(self, opens_at: time, closes_at: time) -> None:
        if closes_at <= opens_at and not self.closes_next_day:
            raise ValidationError(
                {"closes_at": _("Closing lies before opening. If it closes after midnight, tick that.")}
            )
        if closes_at > opens_at and self.closes_next_day:
            raise ValidationError(
                {"closes_next_day": _("Closing lies after opening on the same day: do not tick this.")}
            )


class LocationSchedule(Schedule):
    location = ParentalKey(Location, on_delete=models.CASCADE, related_name="schedules")


class ServiceSchedule(Schedule):
    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="schedules")
