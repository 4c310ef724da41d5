from django.contrib.sitemaps import Sitemap

from directory.models import Country
from search import engines
from search.addresses import address
from search.query import Kind, Query


class SearchSitemap(Sitemap):
    """The whole list, and each kind of help in each country where there is some."""

    i18n = True
    alternates = True

    def items(self) -> list[Query]:
        countries = Country.objects.published().order_by("code").values_list("code", flat=True)
        return [Query(), *(query for code in countries for query in self._with_needs(code))]

    def location(self, item: Query) -> str:
        return address(item)

    def _with_needs(self, code: str) -> list[Query]:
        country = Query(country=(code,))
        found = engines.current().search(country, size=0).facets[Kind.NEEDS]
        return [country.choosing(Kind.NEEDS, choice.value) for choice in found]
