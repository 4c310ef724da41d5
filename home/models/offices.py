from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, OuterRef, Subquery, Value, When
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from directory import names, phones
from home.models.editorial import EditorialPage, EditorialQuerySet


class OfficeQuerySet(EditorialQuerySet):
    def for_country(self, code: str) -> Self:
        """The published offices of a country, each once: in the reader's language where it was translated."""
        offices = self.live().filter(country_id=code.upper())
        return offices.once_each(get_language()).with_languages().order_by("title")

    def once_each(self, language: str) -> Self:
        preference = Case(When(locale__language_code=language, then=Value(0)), default=Value(1))
        same_office = self.filter(translation_key=OuterRef("translation_key"))
        best = same_office.order_by(preference, "pk").values("pk")[:1]
        return self.filter(pk=Subquery(best))


class OfficesPage(EditorialPage):
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.OfficePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("offices")
        verbose_name_plural = _("pages of offices")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        offices = OfficePage.objects.live().child_of(self).with_languages().order_by("country_id", "title")
        return {**super().get_context(request, *args, **kwargs), "offices": offices}


class OfficePage(EditorialPage):
    country = models.ForeignKey(
        "directory.Country", verbose_name=_("country"), on_delete=models.PROTECT, related_name="offices"
    )
    address = models.TextField(
        _("address"), max_length=500, blank=True, help_text=_("As on a letter, one line below the other.")
    )
    hours = models.TextField(
        _("hours"), max_length=500, blank=True, help_text=_("When somebody is there, one line for each day.")
    )
    phone = models.CharField(_("phone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    objects = PageManager.from_queryset(OfficeQuerySet)()

    override_translatable_fields = [SynchronizedField("phone")]

    parent_page_types = ["home.OfficesPage"]
    subpage_types: list[str] = []
    content_panels = [
        *EditorialPage.content_panels,
        FieldPanel("country"),
        MultiFieldPanel(
            [FieldPanel("address"), FieldPanel("hours"), FieldPanel("phone"), FieldPanel("email")],
            heading=_("How to reach it"),
        ),
    ]

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def clean(self) -> None:
        super().clean()
        try:
            if self.phone:
                self.phone, _extension = phones.dialable(self.phone, self.country_id)
        except ValidationError as error:
            raise ValidationError({"phone": error}) from error

    @property
    def country_name(self) -> str:
        """In the language of the rest of the page."""
        return names.country_name(self.country_id, self.content_language)
