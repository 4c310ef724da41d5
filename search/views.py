from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.views.decorators.http import require_safe

from appearance.digits import in_digits_of
from directory.vocabulary import Vocabulary, vocabulary
from pagecache import generation
from search import engines
from search.addresses import address, in_every_language
from search.page import results_page
from search.parameters import read
from search.query import Kind, Query
from search.suggestions import suggest


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """A form sends all that it holds; the address that can be shared has only what was filled in."""
    query = read(request.GET, get_language())
    if any("" in values for _name, values in request.GET.lists()):
        return redirect(address(query))
    return _page(request, query, _words(request))


@require_safe
def country_need(request: HttpRequest, country: str, need: str) -> HttpResponse:
    """The page of results for one need in one country, at an address that one can say aloud."""
    words = _words(request)
    if country.upper() not in words.countries or need not in words.needs:
        raise Http404
    asked = read(request.GET, get_language())
    query = asked.without(Kind.COUNTRY).without(Kind.NEEDS).on_page(asked.page)
    query = query.choosing(Kind.COUNTRY, country.upper()).choosing(Kind.NEEDS, need).on_page(asked.page)
    return _page(request, query, words)


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """For the search box, while somebody types. The browser keeps nothing of it: others may use the phone."""
    suggested = suggest(read(request.GET, get_language()).text, get_language())
    answer = {
        "suggestions": [
            {"text": each.text, "kind": str(each.kind), "lang": each.language, "url": each.url}
            for each in suggested
        ],
        "status": _count(len(suggested), get_language()),
    }
    return JsonResponse(answer, headers={"Cache-Control": "no-store"})


def _count(found: int, language: str) -> str:
    """For those who cannot see the list."""
    shown = in_digits_of(language, str(found))
    return ngettext("%(shown)s suggestion", "%(shown)s suggestions", found) % {"shown": shown}


def _words(request: HttpRequest) -> Vocabulary:
    return vocabulary(get_language(), generation.of(request))


def _page(request: HttpRequest, query: Query, words: Vocabulary) -> HttpResponse:
    page = results_page(engines.current(), query, words, timezone.now(), generation.of(request))
    canonical = address(page.query)
    context: dict[str, Any] = {
        "results": page,
        "canonical": canonical,
        "language_links": in_every_language(canonical),
        "site_url": settings.SITE_URL,
        "is_narrowed": not _is_for_search_engines(page.query),
    }
    return render(request, "search/results.html", context)


def _is_for_search_engines(query: Query) -> bool:
    """The whole list, and one need in one country; every other search is a visitor's own."""
    fixed = query.without(Kind.COUNTRY).without(Kind.NEEDS)
    return fixed.is_empty and len(query.country) == len(query.needs) <= 1
