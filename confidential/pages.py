"""Views whose pages nobody keeps: no browser, no cache, no search engine and no error report."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

View = Callable[..., HttpResponseBase]

NOBODY_KEEPS_IT = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
# Nothing to other sites. "no-referrer" would make browsers send our own forms with `Origin: null`, which
# Django refuses: it is for pages without one.
REFERRER = {True: "same-origin", False: "no-referrer"}


def confidential_page(view: View | None = None, *, has_form: bool = True) -> Any:
    """`@confidential_page`, or `@confidential_page(has_form=False)`."""
    if view is None:
        return partial(confidential_page, has_form=has_form)
    hidden = sensitive_post_parameters()(sensitive_variables()(view))

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = hidden(request, *args, **kwargs)
        for name, value in {**NOBODY_KEEPS_IT, "Referrer-Policy": REFERRER[has_form]}.items():
            response.headers[name] = value
        return response

    return guarded
