from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page

from directory.models import Country
from home.addresses import address_of_page


@dataclass
class TranslatedPage:
    urls: dict[str, str] = field(default_factory=dict)
    last_changed: datetime | None = None

    def add(self, page: Page) -> None:
        self.urls[page.locale.language_code] = address_of_page(page)
        moments = [moment for moment in (self.last_changed, page.last_published_at) if moment]
        self.last_changed = max(moments, default=None)


class PageSitemap(Sitemap):
    """The organisation's pages, each with its translations as alternates."""

    i18n = True
    alternates = True
    x_default = False

    def items(self) -> list[TranslatedPage]:
        """Pages that only stand in for a missing translation are left out: they hold the same words twice."""
        translated: defaultdict[str, TranslatedPage] = defaultdict(TranslatedPage)
        pages = Page.objects.live().public().filter(depth__gt=1, alias_of__isnull=True)
        for page in pages.select_related("locale").order_by("path"):
            translated[page.translation_key].add(page)
        return list(translated.values())

    def get_languages_for_item(self, item: TranslatedPage) -> list[str]:
        return list(item.urls)

    def location(self, item: TranslatedPage) -> str:
        return item.urls[get_language()]

    def lastmod(self, item: TranslatedPage) -> datetime | None:
        return item.last_changed


class SafetySitemap(Sitemap):
    """The page that says how to read this site unnoticed."""

    i18n = True
    alternates = True

    def items(self) -> list[str]:
        return ["safety"]

    def location(self, item: str) -> str:
        return reverse(item)


class CountrySitemap(Sitemap):
    i18n = True
    alternates = True

    def items(self) -> list[str]:
        return list(Country.objects.published().order_by("code").values_list("code", flat=True))

    def location(self, item: str) -> str:
        return reverse("country", args=[item])
