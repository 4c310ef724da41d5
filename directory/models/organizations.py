from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.bulk import ToldQuerySet
from directory.models.imported import Imported
from directory.models.told import Told


class Organization(Imported, Told):
    name = models.CharField(_("name"), max_length=255, db_index=True)
    alternate_name = models.CharField(_("other name"), max_length=255, blank=True)
    description = models.TextField(_("description"), blank=True)
    website = models.CharField(
        _("website"), max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    email = models.EmailField(_("e-mail"), blank=True)
    legal_status = models.CharField(_("legal form"), max_length=100, blank=True)
    year_incorporated = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    is_placeholder = models.BooleanField(
        _("placeholder"),
        default=False,
        help_text=_("Stands for an organization that an import did not name. Replace it before publishing."),
    )
    internal_note = models.TextField(_("internal note"), blank=True, help_text=_("Never leaves the admin."))

    objects = ToldQuerySet.as_manager()

    class Meta(Imported.Meta):
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["name"]
        constraints = [
            *Imported.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(website="") | models.Q(website__regex=r"^https?://[^\s]+$"),
                name="organization_website_is_http",
                violation_error_message=_("A website begins with https:// or http://."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
