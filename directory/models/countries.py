from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from directory import names
from directory.bulk import ToldQuerySet
from directory.enums import EmergencyKind
from directory.managers import CountryQuerySet
from directory.models.told import Told


class Country(Told):
    """A country the directory covers, and how strictly its listings are checked."""

    code = models.CharField(
        _("country"), max_length=2, primary_key=True, validators=[names.validate_country_code]
    )
    check_every_days = models.PositiveSmallIntegerField(
        _("check every (days)"),
        default=180,
        validators=[MinValueValidator(1)],
        help_text=_("After so many days a listing is marked: somebody has to check it again."),
    )
    hide_after_days = models.PositiveSmallIntegerField(
        _("hide after (days)"),
        default=90,
        help_text=_("So many days after the check was due the listing is no longer shown."),
    )
    is_published = models.BooleanField(_("published"), default=True)
    second_pair_of_eyes = models.BooleanField(
        _("second pair of eyes"),
        default=False,
        help_text=_("What somebody wrote in a listing is published by somebody else."),
    )

    objects = CountryQuerySet.as_manager()

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[A-Z]{2}$"), name="country_code_is_iso_3166"
            ),
            models.CheckConstraint(
                condition=models.Q(check_every_days__gte=1), name="country_checks_at_least_once"
            ),
        ]

    def __str__(self) -> str:
        return names.country_name(self.code)

    def name_in(self, language: str) -> str:
        return names.country_name(self.code, language)


class EmergencyNumber(Orderable):
    country = ParentalKey(Country, on_delete=models.CASCADE, related_name="emergency_numbers")
    kind = models.CharField(_("for"), max_length=20, choices=EmergencyKind)
    number = models.CharField(
        _("number"),
        max_length=20,
        validators=[RegexValidator(r"^\+?[0-9]{2,15}$", _("Write the number with digits only."))],
    )
    is_free = models.BooleanField(_("free of charge"), default=True)

    objects = ToldQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("emergency number")
        verbose_name_plural = _("emergency numbers")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__regex=r"^\+?[0-9]{2,15}$"), name="emergency_number_is_dialable"
            ),
            models.UniqueConstraint(
                fields=["country", "kind", "number"], name="emergency_number_listed_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.number}"
