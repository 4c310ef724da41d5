from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from directory.vocabulary import vocabulary
from home.country_page import country_page
from home.models import OfficePage
from pagecache import generation
from search import engines


class SeeOther(HttpResponseRedirect):
    status_code = 303


@require_safe
@never_cache
def leave(_request: HttpRequest) -> HttpResponse:
    """Leaving in a hurry works without script: the way out leads through here, which clears what it can."""
    response = SeeOther(settings.EXIT_DESTINATIONS[get_language() or settings.LANGUAGE_CODE])
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response["Referrer-Policy"] = "no-referrer"
    return response


@require_safe
def country(request: HttpRequest, code: str) -> HttpResponse:
    words = vocabulary(get_language(), generation.of(request))
    if code not in words.countries:
        raise Http404
    context = {
        "country": country_page(code, words, engines.current()),
        "offices": OfficePage.objects.for_country(code).select_related("country", "locale"),
        "kept": [("country", code.lower())],
        "canonical": request.path,
        "site_url": settings.SITE_URL,
    }
    return render(request, "home/country.html", context)


class SafetyView(TemplateView):
    """What leaving in a hurry does, and, as plainly, what it cannot do."""

    template_name = "home/safety.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            destination=settings.EXIT_DESTINATIONS[get_language()],
            canonical=self.request.path,
            site_url=settings.SITE_URL,
        )
