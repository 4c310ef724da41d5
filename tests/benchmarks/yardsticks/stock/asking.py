"""What the stock backend is asked: words and filters; and what it can tell of all that was found."""

from django.conf import settings
from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

from search.query import Query
from tests.benchmarks.yardsticks.stock.models import StockListing
from tests.benchmarks.yardsticks.stock.views import PAGE_SIZE, facets

# Of Elasticsearch it counts columns alone.
COUNTED_BY_ELASTICSEARCH = ("country_id", "cost")


def ask(query: Query) -> tuple[list, int, dict]:
    """The best twenty, how many there are, and the counts."""
    found = get_search_backend().search(query.text, _narrowed(query))
    if settings.ELASTICSEARCH_URL:
        counts = {name: found.facet(name) for name in COUNTED_BY_ELASTICSEARCH}
    else:
        counts = facets(found.get_queryset())
    return list(found[:PAGE_SIZE]), found.count(), counts


def _narrowed(query: Query) -> QuerySet:
    listings = StockListing.objects.select_related("country").prefetch_related("needs", "languages")
    if query.country:
        listings = listings.filter(country_id__in=query.country)
    if query.free:
        listings = listings.filter(cost="free")
    if query.needs:
        listings = listings.filter(needs__slug__in=query.needs)
    if query.languages:
        listings = listings.filter(languages__code__in=query.languages)
    return listings
