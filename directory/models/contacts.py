from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from directory import phones, websites
from directory.enums import ContactKind, ContactVisibility, YesNo
from directory.managers import ContactQuerySet
from directory.models.locations import Location
from directory.models.organizations import Organization
from directory.models.plain import PlainText

DIALLED = (ContactKind.PHONE, ContactKind.WHATSAPP)
EMAIL = r"^[^@\s]+@[^@\s]+$"


class Contact(PlainText, Orderable):
    """One way to reach somebody. `value` is what a device uses: +493023125000, name@example.org, https://…"""

    kind = models.CharField(_("kind"), max_length=10, choices=ContactKind)
    value = models.CharField(_("number or address"), max_length=500)
    extension = models.CharField(_("extension"), max_length=20, blank=True)
    label = models.CharField(_("what for"), max_length=255, blank=True)
    language = models.CharField(_("language"), max_length=5, blank=True)
    visibility = models.CharField(
        _("who may see it"), max_length=10, choices=ContactVisibility, default=ContactVisibility.PUBLIC
    )
    safe_to_leave_message = models.CharField(
        _("safe to leave a message"), max_length=3, choices=YesNo, blank=True
    )

    objects = ContactQuerySet.as_manager()

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind__in=DIALLED) | Q(value__regex=phones.DIALABLE),
                name="%(class)s_can_be_dialled",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ContactKind.WEBSITE) | Q(value__regex=websites.STORED),
                name="%(class)s_website_is_http",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ContactKind.EMAIL) | Q(value__regex=EMAIL),
                name="%(class)s_email_has_an_at",
            ),
            models.CheckConstraint(condition=~Q(value=""), name="%(class)s_has_a_value"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.value}"

    def clean(self) -> None:
        """Bring `value` into the form that devices use, or say why it has none."""
        super().clean()
        try:
            self._normalise()
        except ValidationError as error:
            raise ValidationError({"value": error.error_list}) from None

    @property
    def region(self) -> str | None:
        """ISO code of the country whose national numbers are understood."""
        return None

    def _normalise(self) -> None:
        self.value = self.value.strip()
        if self.kind in DIALLED:
            self.value, extension = phones.dialable(self.value, self.region)
            self.extension = extension or self.extension
        elif self.kind == ContactKind.EMAIL:
            validate_email(self.value)
        elif self.kind == ContactKind.WEBSITE:
            self.value = websites.web_address(self.value)


class OrganizationContact(Contact):
    organization = ParentalKey(Organization, on_delete=models.CASCADE, related_name="contacts")


class LocationContact(Contact):
    location = ParentalKey(Location, on_delete=models.CASCADE, related_name="contacts")

    @property
    def region(self) -> str | None:
        return self.location.country_id


class ServiceContact(Contact):
    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="contacts")

    @property
    def region(self) -> str | None:
        return self.service.country_id
