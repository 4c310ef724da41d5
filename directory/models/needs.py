from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from directory.bulk import ToldQuerySet
from directory.enums import NeedIcon
from directory.managers import NeedQuerySet
from directory.models.plain import PlainText
from directory.models.told import Told


class Need(Told):
    """A taxonomy term (HSDS): what somebody may need, in the words people use for it."""

    slug = models.SlugField(
        _("short name"),
        unique=True,
        help_text=_("Stands in addresses: small Latin letters, such as asylum-law."),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name=_("part of"),
        help_text=_("The broader need that this one belongs to."),
    )
    icon = models.CharField(_("icon and colour"), max_length=20, choices=NeedIcon)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = NeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["order", "slug"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")),
                name="need_is_not_part_of_itself",
                violation_error_message=_("A need cannot be a part of itself."),
            )
        ]

    def __str__(self) -> str:
        return self.name_in(get_language() or "en")

    def name_in(self, language: str) -> str:
        """The name in that language, else in English, else the slug; costs no query when prefetched."""
        names = {translation.language: translation.name for translation in self.translations.all()}
        return names.get(language) or names.get("en") or self.slug


class NeedTranslation(PlainText):
    need = ParentalKey(Need, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    name = models.CharField(_("name"), max_length=100)
    description = models.CharField(_("description"), max_length=300, blank=True)
    words = models.TextField(
        _("words people use"),
        blank=True,
        help_text=_("One word or phrase a line: what people type when they look for this."),
    )

    objects = ToldQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(
                fields=["need", "language"],
                name="need_translated_once_per_language",
                violation_error_message=_("There is already a translation into this language."),
            )
        ]

    def __str__(self) -> str:
        return self.name
