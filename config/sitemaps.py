"""What search engines may find.

Contact is not for them: whoever comes to it from a search leaves the words with somebody else, and each page
of ours leads there. Nor is volunteering: others would keep what is needed today when it is not any more.
"""

from django.conf import settings
from django.contrib.sitemaps.views import index, sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from directory.sitemaps import ListingSitemap
from home.sitemaps import CountrySitemap, PageSitemap, SafetySitemap
from search.sitemaps import SearchSitemap

SITEMAPS = {
    "pages": PageSitemap,
    "safety": SafetySitemap,
    "countries": CountrySitemap,
    "searches": SearchSitemap,
    "listings": ListingSitemap,
}
# Searches of visitors are endless, and nobody's business.
ROBOTS = """\
User-agent: *
Disallow: /*?
Allow: /sitemap-
Disallow: /*/exit/
Sitemap: {site}/sitemap.xml
"""


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS.format(site=settings.SITE_URL), content_type="text/plain; charset=utf-8")


urlpatterns = [
    path("robots.txt", robots),
    path("sitemap.xml", index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
