from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from directory.models import Service

Row = tuple[int, datetime | None]


class ListingSitemap(Sitemap):
    """Every published listing, in each language with the others as alternates; many, so in several files."""

    i18n = True
    alternates = True
    limit = 5_000

    def items(self) -> list[Row]:
        return list(Service.objects.published().order_by("pk").values_list("pk", "last_published_at"))

    def location(self, item: Row) -> str:
        return reverse("listing", args=[item[0]])

    def lastmod(self, item: Row) -> datetime | None:
        return item[1]
