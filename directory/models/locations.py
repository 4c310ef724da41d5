from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory import names
from directory.enums import LocationVisibility, WheelchairAccess
from directory.managers import LocationQuerySet
from directory.models.cities import City
from directory.models.countries import Country
from directory.models.imported import Imported
from directory.models.organizations import Organization
from directory.models.told import Told


class Location(Imported, Told):
    """A place where services are given. What of it may be shown, `visibility` says."""

    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="locations", verbose_name=_("organization")
    )
    name = models.CharField(_("name"), max_length=255, blank=True)
    address_1 = models.CharField(_("street and number"), max_length=255, blank=True)
    address_2 = models.CharField(_("more of the address"), max_length=255, blank=True)
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="locations",
        verbose_name=_("city"),
    )
    place_name = models.CharField(
        _("town or village"),
        max_length=200,
        blank=True,
        help_text=_("If it is too small for the list of cities."),
    )
    region = models.CharField(_("state or region"), max_length=100, blank=True)
    postal_code = models.CharField(_("postcode"), max_length=20, blank=True)
    country = models.ForeignKey(
        Country, on_delete=models.PROTECT, related_name="locations", verbose_name=_("country")
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    timezone = models.CharField(
        _("time zone"),
        max_length=50,
        blank=True,
        validators=[names.validate_timezone],
        help_text=_("Left empty, the city’s time zone is used."),
    )
    wheelchair = models.CharField(_("wheelchair access"), max_length=10, choices=WheelchairAccess, blank=True)
    transportation = models.TextField(_("how to get there"), blank=True)
    visibility = models.CharField(
        _("what is shown"), max_length=10, choices=LocationVisibility, default=LocationVisibility.FULL
    )
    internal_note = models.TextField(_("internal note"), blank=True, help_text=_("Never leaves the admin."))

    objects = LocationQuerySet.as_manager()

    class Meta(Imported.Meta):
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        ordering = ["name", "id"]
        constraints = [
            *Imported.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="location_lies_on_the_globe",
                violation_error_message=_(
                    "Give both latitude (-90 to 90) and longitude (-180 to 180), or neither."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name or ", ".join(filter(None, [self.address_1, str(self.city or self.place_name)]))

    def clean(self) -> None:
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            missing = "latitude" if self.latitude is None else "longitude"
            raise ValidationError({missing: _("Give both latitude and longitude, or neither.")})
        if self.city and self.country_id and self.city.country_code != self.country_id:
            raise ValidationError({"city": _("This city lies in another country.")})
