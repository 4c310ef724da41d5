"""Public answers that any program may read, a partner's page in a browser included.

`Access-Control-Allow-Origin: *` gives nothing away: the answers are the same for everybody, no cookie is
looked at (a browser that obeys the star sends none), and nothing can be changed here.
"""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from search.api.problems import language_of, problem

ANYBODY = "*"
READING = "GET, HEAD, OPTIONS"
# What a browser asks before it sends a request with a header of the program's own.
PREFLIGHT = {
    "Allow": READING,
    "Access-Control-Allow-Methods": READING,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}

View = Callable[..., HttpResponse]


def open_to_programs(view: View) -> View:
    @csrf_exempt
    @wraps(view)
    def open_view(request: HttpRequest) -> HttpResponse:
        response = _answer(view, request)
        response.headers["Access-Control-Allow-Origin"] = ANYBODY
        return response

    return open_view


def _answer(view: View, request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)
    if request.method == "HEAD":
        request.method = "GET"  # the server leaves the body out
    if request.method != "GET":
        return problem(HTTPStatus.METHOD_NOT_ALLOWED, language_of(request), headers={"Allow": READING})
    return view(request)
