from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from directory.vocabulary import vocabulary
from home import front_page
from home.blocks import BodyBlock
from home.models.editorial import EditorialPage, number_of_languages
from pagecache import generation


class HomePage(EditorialPage):
    """The front door of one language, and the few texts that stand on every page of that language."""

    heading = models.CharField(
        _("heading"), max_length=120, blank=True, help_text=_("One short sentence: what can be found here.")
    )
    emergency_text = models.TextField(
        _("in danger"),
        max_length=500,
        blank=True,
        help_text=_("What somebody in danger should do at once. Shown in a box of its own."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("about the organisation"), blank=True)

    organisation_name = models.CharField(_("name of the organisation"), max_length=80, blank=True)
    tagline = models.CharField(_("tagline"), max_length=160, blank=True)
    footer = RichTextField(_("footer"), features=["bold", "link"], blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("phone"), max_length=30, blank=True)

    override_translatable_fields = [SynchronizedField("contact_phone")]

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.InformationPage", "home.QuestionsPage", "home.NewsIndexPage", "home.OfficesPage"]
    max_count = number_of_languages()
    content_panels = [
        FieldPanel("title"),
        FieldPanel("heading"),
        FieldPanel("introduction"),
        FieldPanel("emergency_text"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("organisation_name"),
                FieldPanel("tagline"),
                FieldPanel("footer"),
                FieldPanel("contact_email"),
                FieldPanel("contact_phone"),
            ],
            heading=_("On every page"),
        ),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        words = vocabulary(self.locale.language_code, generation.of(request))
        countries = front_page.countries(words.language)
        return {
            **super().get_context(request, *args, **kwargs),
            "needs": front_page.needs(words),
            "countries": countries,
            "country_choices": [(country.code, country.name) for country in countries],
        }

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Any depth costs the same few queries; Wagtail would ask twice for each part of the path."""
        if not path_components:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        same_address = Page.objects.live().filter(slug=path_components[-1], url_path=url_path)
        page = same_address.select_related("alias_of__locale").first()
        if page is None:
            raise Http404
        found = page.specific
        found.locale, found.alias_of = self.locale, page.alias_of
        return found.route(request, [])
