from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from directory import parts
from directory.models import Service
from directory.page import TEMPLATE, listing_page
from directory.public import Facts, facts_of
from directory.vocabulary import vocabulary
from pagecache import generation

LARGEST_NUMBER = 2**63 - 1


@require_safe
def listing(request: HttpRequest, number: int) -> HttpResponse:
    facts = _facts_of_published(number)
    words = vocabulary(get_language(), generation.of(request))
    context = listing_page(facts, words, timezone.now())
    return render(request, TEMPLATE, {**context, "canonical": request.path})


def _facts_of_published(number: int) -> Facts:
    service = get_object_or_404(Service.objects.published(), pk=min(number, LARGEST_NUMBER))
    return facts_of(*parts.complete([service]))
