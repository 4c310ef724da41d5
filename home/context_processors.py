from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from home.navigation import organisation
from pagecache import generation


def every_page(request: HttpRequest) -> dict[str, Any]:
    """`organisation`, `navigation` and the `content_generation` that both are of.

    Nothing is looked up before a template asks.
    """
    speaking = SimpleLazyObject(lambda: organisation(get_language(), generation.of(request)))
    return {
        "organisation": speaking,
        "navigation": SimpleLazyObject(lambda: speaking.menu),
        "content_generation": SimpleLazyObject(lambda: generation.of(request)),
    }
