"""Where the organisation's pages are served; Wagtail writes addresses by the name "wagtail_serve"."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, re_path
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.urls import serve_pattern

from home.models import HomePage


@require_safe
def page(request: HttpRequest, below_home: str = "") -> HttpResponseBase:
    """In place of Wagtail's own view, which asks eight times where a page is and who may read it.

    Here are one site, one front page a language, and no private pages.
    """
    home = get_object_or_404(HomePage.objects.live().with_languages(), locale__language_code=get_language())
    route = home.route(request, [part for part in below_home.split("/") if part])
    return route.page.serve(request, *route.args, **route.kwargs)


urlpatterns = [path("", page, name="home"), re_path(serve_pattern, page, name="wagtail_serve")]
