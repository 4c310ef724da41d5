"""The page as it will be, from what an editor has written but not published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from directory.models import Service
from directory.page import TEMPLATE, listing_page
from directory.public import facts_of
from directory.vocabulary import vocabulary
from pagecache import generation


def preview(request: HttpRequest, service: Service, language: str) -> HttpResponse:
    """Rendered at once, while the language of the reader, not that of the editor, is the active one."""
    with translation.override(language):
        words = vocabulary(language, generation.of(request))
        context = listing_page(facts_of(service), words, timezone.now())
        return render(request, TEMPLATE, {**context, "is_preview": True, "language_links": {}})
