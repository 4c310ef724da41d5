"""Ready pages for visitors.

A visitor is who sends no cookie: reading sets none. Whoever sends one, an editor above all, is neither given
a stored page nor has theirs stored.
"""

import hashlib
import time
from collections.abc import Callable, Hashable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_max_age, patch_vary_headers
from django.utils.translation import get_language_from_path

from pagecache import encodings, generation
from pagecache.store import Page, Store

# "Open now" follows the clock, so no page is older than this.
SECONDS_KEPT = 60
CONTENT_TYPES = (
    "text/html",
    "application/json",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
)
# A page that differs by anything else is nobody's but the one's who asked.
MAY_VARY_BY = {"accept-encoding", "accept-language", "cookie"}
FILES = (settings.STATIC_URL, settings.MEDIA_URL)

store = Store(settings.PAGE_CACHE_MEGABYTES * 1_000_000)


class PageCacheMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not _asks_for_a_page_as_visitor(request):
            return self.get_response(request)
        key = _key(request)
        page = store.get(key)
        # Read before the page is made: a change in between makes it old at once, never wrongly new. The first
        # time an address is seen it is not read: leaving in a hurry and error pages ask no database.
        number = generation.current() if page else generation.UNKNOWN
        if page is None or not _is_current(page, number):
            response = self.get_response(request)
            if not isinstance(response, HttpResponse) or not _may_be_kept(request, response):
                return response
            page = _page_from(request, response, number)
            store.put(key, page)
        return _answer(request, page)


def _is_current(page: Page, number: int) -> bool:
    return page.generation == number != generation.UNKNOWN and page.expires_at >= time.time()


def _asks_for_a_page_as_visitor(request: HttpRequest) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and not request.path_info.startswith(FILES)
        and not request.META.get("HTTP_COOKIE")
        and not request.META.get("HTTP_AUTHORIZATION")
    )


def _key(request: HttpRequest) -> Hashable:
    """Where the path begins with its language, the browser's languages do not matter."""
    meta = request.META
    languages = "" if get_language_from_path(request.path_info) else meta.get("HTTP_ACCEPT_LANGUAGE", "")
    return request.scheme, meta.get("HTTP_HOST"), request.path_info, meta.get("QUERY_STRING"), languages


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    directives = response.headers.get("Cache-Control", "")
    return (
        request.method == "GET"
        and response.status_code == HTTPStatus.OK
        and not response.has_header("Content-Encoding")
        and response.headers.get("Content-Type", "").startswith(CONTENT_TYPES)
        and not response.cookies
        and "CSRF_COOKIE" not in request.META  # a form's token is for one person
        and not any(word in directives for word in ("no-store", "no-cache", "private"))
        and _varies_by(response) <= MAY_VARY_BY
    )


def _varies_by(response: HttpResponseBase) -> set[str]:
    return {name.strip().lower() for name in response.headers.get("Vary", "").split(",") if name.strip()}


def _page_from(request: HttpRequest, response: HttpResponse, number: int) -> Page:
    allowed = get_max_age(response)
    seconds = SECONDS_KEPT if allowed is None else min(SECONDS_KEPT, allowed)
    patch_vary_headers(response, ["Accept-Encoding"])
    # A browser asks each time whether its copy still holds, so that what was taken down is gone.
    response.headers.setdefault("Cache-Control", "no-cache")
    del response.headers["Content-Length"]
    encoding = encodings.best(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    return Page(
        headers=dict(response.headers),
        etag=f'W/"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"',
        generation=number,
        expires_at=time.time() + seconds,
        bodies={encoding: encodings.COMPRESS[encoding](response.content)},
    )


def _answer(request: HttpRequest, page: Page) -> HttpResponse:
    headers = {**page.headers, "ETag": page.etag}
    if page.etag.removeprefix("W/") in request.META.get("HTTP_IF_NONE_MATCH", ""):
        del headers["Content-Type"]
        return HttpResponse(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    encoding = encodings.best(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    body = page.body(encoding)
    headers["Content-Length"] = str(len(body))
    if encoding:
        headers["Content-Encoding"] = encoding
    return HttpResponse(body, headers=headers)
