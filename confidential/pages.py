"""Views whose pages nobody keeps: no browser, no cache, no search engine and no error report."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

View = Callable[..., HttpResponseBase]

HEADERS = {
    "Cache-Control": "no-store",
    # Nothing to other sites. "no-referrer" would make browsers send our own forms with `Origin: null`.
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}


def confidential_page(view: View) -> View:
    hidden = sensitive_post_parameters()(sensitive_variables()(view))

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = hidden(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response.headers[name] = value
        return response

    return guarded
