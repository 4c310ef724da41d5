"""Pages of every kind that the page cache has to tell apart; each says how many changes were made."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.cache import cache_control, never_cache

from directory.models import Need

calls: list[str] = []


def page(request: HttpRequest) -> HttpResponse:
    calls.append(request.path)
    words = " ".join(f"need {slug}" for slug in Need.objects.order_by("slug").values_list("slug", flat=True))
    return HttpResponse(f"<!doctype html><title>Needs</title>{words}{request.GET.get('q', '')}")


def form(request: HttpRequest) -> HttpResponse:
    return HttpResponse(get_token(request))


def visited(request: HttpRequest) -> HttpResponse:
    response = page(request)
    response.set_cookie("visited", "yes")
    return response


def for_the_user(request: HttpRequest) -> HttpResponse:
    calls.append(request.path)
    return HttpResponse(f"Hello {request.user}")


def feed(request: HttpRequest) -> HttpResponse:
    calls.append(request.path)
    return HttpResponse("<rss/>", content_type="application/rss+xml; charset=utf-8")


def in_the_browser_s_language(request: HttpRequest) -> HttpResponse:
    calls.append(request.path)
    return HttpResponse(request.LANGUAGE_CODE)


def by_user_agent(request: HttpRequest) -> HttpResponse:
    response = page(request)
    response.headers["Vary"] = "User-Agent"
    return response


def missing(request: HttpRequest) -> HttpResponse:
    calls.append(request.path)
    return HttpResponse(status=404)


def download(request: HttpRequest) -> HttpResponse:
    calls.append(request.path)
    return HttpResponse("a,b", content_type="text/csv")


def streamed(request: HttpRequest) -> StreamingHttpResponse:
    calls.append(request.path)
    return StreamingHttpResponse(iter(["a", "b"]))


urlpatterns = [
    path("de/page/", page),
    path("fr/page/", page),
    path("de/feed/", feed),
    path("de/for-the-user/", for_the_user),
    path("page-in-the-browser-s-language/", in_the_browser_s_language),
    path("de/short/", cache_control(max_age=10)(page)),
    path("de/secret/", never_cache(page)),
    path("de/private/", cache_control(private=True)(page)),
    path("de/form/", form),
    path("de/visited/", visited),
    path("de/by-user-agent/", by_user_agent),
    path("de/missing/", missing),
    path("de/download/", download),
    path("de/streamed/", streamed),
]
