from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.search.backends import get_search_backend

from tests.benchmarks.yardsticks.stock.models import StockListing

PAGE_SIZE = 20


def results(request: HttpRequest) -> HttpResponse:
    asked = request.GET
    listings = StockListing.objects.select_related("country").prefetch_related("needs", "languages")
    if "country" in asked:
        listings = listings.filter(country_id=asked["country"].upper())
    if "need" in asked:
        listings = listings.filter(needs__slug=asked["need"])
    if "language" in asked:
        listings = listings.filter(languages__code=asked["language"])
    if "free" in asked:
        listings = listings.filter(cost="free")
    found = matching = listings.order_by("pk")
    if asked.get("q"):
        found = get_search_backend().search(asked["q"], listings)
        matching = found.get_queryset()
    page = Paginator(found, PAGE_SIZE).get_page(asked.get("page"))
    return render(request, "stock/results.htm", {"page": page, "facets": facets(matching)})


def facets(matching: QuerySet) -> dict[str, list]:
    """How many of the found listings have each value."""
    chosen = StockListing.objects.filter(pk__in=matching.order_by().values("pk"))
    return {
        name: list(chosen.order_by().values_list(name).annotate(count=Count("pk")).order_by("-count"))
        for name in ("country_id", "needs__slug", "languages__code", "cost")
    }
