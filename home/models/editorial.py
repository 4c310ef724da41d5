from typing import Any, Self

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from directory.models.plain import PlainText
from home.addresses import address_of_page

DEPTH_BELOW_HOME = 3


class EditorialQuerySet(PageQuerySet):
    def with_languages(self) -> Self:
        """What it takes to mark each page with the language its texts are in."""
        return self.select_related("locale", "alias_of__locale")


class EditorialPage(PlainText, Page):
    """What every page of the organisation has: an introduction, translations, a place in search and menu."""

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        max_length=500,
        help_text=_("One or two sentences in plain words: what this page is good for."),
    )

    objects: PageManager = PageManager.from_queryset(EditorialQuerySet)()

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel(
                    "seo_title",
                    help_text=_(
                        "Shown in the browser’s history, where others may read it: choose neutral words."
                    ),
                ),
                FieldPanel("search_description"),
                FieldPanel("show_in_menus"),
            ],
            heading=_("Address, search and menu"),
        )
    ]

    # What is published may be kept by every cache on the way: nothing here is for some readers only.
    private_page_options: list[str] = []

    class Meta:
        abstract = True

    @cached_property
    def content_language(self) -> str:
        """The language the texts are really in: an alias shows those of the page it stands for."""
        source = self.alias_of if self.alias_of_id else self
        return source.locale.language_code

    @property
    def content_direction(self) -> str:
        return "rtl" if get_language_info(self.content_language)["bidi"] else "ltr"

    @property
    def content_language_name(self) -> str:
        """In the reader's language."""
        return get_language_info(self.content_language)["name_translated"]

    @property
    def is_fallback(self) -> bool:
        return self.content_language != self.locale.language_code

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        published = self._published_in_every_language()
        addresses = {page.locale.language_code: address_of_page(page) for page in published}
        own = {page.locale.language_code for page in published if page.alias_of_id is None}
        return {
            **super().get_context(request, *args, **kwargs),
            "language_links": addresses,
            "alternates": [
                (code, request.build_absolute_uri(url)) for code, url in addresses.items() if code in own
            ],
            "trail": self._trail(),
        }

    def _trail(self) -> list[tuple[str, str]]:
        """Title and address of the pages above, below the front page; most pages stand right below it."""
        if self.depth <= DEPTH_BELOW_HOME:
            return []
        above = self.get_ancestors().filter(depth__gte=DEPTH_BELOW_HOME).select_related("locale")
        return [(page.title, address_of_page(page)) for page in above]

    def _published_in_every_language(self) -> list[Page]:
        """This page in each language that has it; the switch leads to the front page of the others."""
        same_page = Page.objects.live().filter(translation_key=self.translation_key)
        return list(same_page.select_related("locale").order_by("locale__language_code"))


def number_of_languages() -> int:
    return len(settings.LANGUAGES)
