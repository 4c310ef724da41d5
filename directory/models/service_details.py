"""The inline rows of a listing: one listing, one set of facts, one revision."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from directory import names
from directory.bulk import ToldQuerySet
from directory.enums import Profession, SpokenBy
from directory.models.plain import PlainText


class ServiceTranslation(PlainText):
    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    name = models.CharField(_("name"), max_length=255)
    summary = models.CharField(_("summary"), max_length=500, blank=True)
    description = models.TextField(_("description"), blank=True)
    application_process = models.TextField(_("how to get help here"), blank=True)

    objects = ToldQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "language"],
                name="service_translated_once_per_language",
                violation_error_message=_("There is already a translation into this language."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class ServiceLanguage(PlainText, Orderable):
    """A language in which the service is given."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(_("language"), max_length=8, validators=[names.validate_language_code])
    spoken_by = models.CharField(_("spoken by"), max_length=12, choices=SpokenBy, default=SpokenBy.STAFF)
    note = models.CharField(_("note"), max_length=255, blank=True)

    objects = ToldQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        constraints = [
            models.UniqueConstraint(
                fields=["service", "code"],
                name="service_language_listed_once",
                violation_error_message=_("This language is already listed."),
            )
        ]

    def __str__(self) -> str:
        return names.language_name(self.code)


class Credential(PlainText, Orderable):
    """Who vouches for a professional, and where that can be looked up."""

    service = ParentalKey("directory.Service", on_delete=models.CASCADE, related_name="credentials")
    profession = models.CharField(_("profession"), max_length=20, choices=Profession)
    regulator = models.CharField(
        _("regulator"),
        max_length=255,
        blank=True,
        help_text=_("The chamber, court or authority that admitted them."),
    )
    registration_number = models.CharField(_("registration number"), max_length=100, blank=True)
    areas = models.CharField(
        _("fields of work"),
        max_length=255,
        blank=True,
        help_text=_("For a lawyer: areas of law. For a translator: languages."),
    )
    note = models.CharField(_("note"), max_length=255, blank=True)

    objects = ToldQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")

    def __str__(self) -> str:
        return f"{self.get_profession_display()} {self.regulator}".strip()
