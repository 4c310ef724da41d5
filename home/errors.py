"""The site's own error pages: in the language of the address, and without asking the database."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception  # what was wrong with the request is nobody's business but the log's
    return error_page(request, HTTPStatus.BAD_REQUEST)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return error_page(request, HTTPStatus.FORBIDDEN)


def form_from_elsewhere(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token that our own page put there."""
    del reason
    return error_page(request, HTTPStatus.FORBIDDEN)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    del exception
    return error_page(request, HTTPStatus.NOT_FOUND)


def nothing_here(_request: HttpRequest, **_asked: str) -> HttpResponse:
    """For an address that a package brings along and this site does not want."""
    raise Http404


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page(request, HTTPStatus.INTERNAL_SERVER_ERROR)


def error_page(request: HttpRequest, status: HTTPStatus) -> HttpResponse:
    """No request goes into the template: no context processor may fail while a failure is told."""
    with translation.override(translation.get_language_from_request(request, check_path=True)):
        return HttpResponse(render_to_string(f"errors/{status.value}.html"), status=status)
