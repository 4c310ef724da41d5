from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory import websites
from directory.bulk import ToldQuerySet
from directory.models.imported import Imported
from directory.models.told import Told


class Organization(Imported, Told):
    name = models.CharField(_("name"), max_length=255, db_index=True)
    alternate_name = models.CharField(_("other name"), max_length=255, blank=True)
    description = models.TextField(_("description"), blank=True)
    website = models.CharField(_("website"), max_length=500, blank=True)
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
                condition=models.Q(website="") | models.Q(website__regex=websites.STORED),
                name="organization_website_is_http",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Bring the website into the form that is stored, or say why it has none."""
        super().clean()
        if self.website:
            try:
                self.website = websites.web_address(self.website)
            except ValidationError as error:
                raise ValidationError({"website": error.error_list}) from None
