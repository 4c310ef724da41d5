"""Views whose pages nobody keeps: no browser, no cache, no search engine and no error report."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import OperationalError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from confidential.busy import busy_page

View = Callable[..., HttpResponseBase]
Row = TypeVar("Row", bound=Model)

NOBODY_KEEPS_IT = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
# Nothing to other sites. "no-referrer" would make browsers send our own forms with `Origin: null`, which
# Django refuses: it is for pages without one.
REFERRER = {True: "same-origin", False: "no-referrer"}


def found_or_404(rows: QuerySet[Row], key: str | None) -> Row:
    """The key comes from a form: what is no key at all is not there either."""
    try:
        return get_object_or_404(rows, pk=key)
    except ValidationError as error:
        raise Http404 from error


def confidential_page(view: View | None = None, *, has_form: bool = True) -> Any:
    """`@confidential_page`, or `@confidential_page(has_form=False)`."""
    if view is None:
        return partial(confidential_page, has_form=has_form)
    hidden = sensitive_post_parameters()(sensitive_variables()(view))

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = _answered(hidden, request, *args, **kwargs)
        for name, value in {**NOBODY_KEEPS_IT, "Referrer-Policy": REFERRER[has_form]}.items():
            response.headers[name] = value
        return response

    return guarded


def _answered(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    try:
        return view(request, *args, **kwargs)
    except OperationalError:
        return busy_page(request)
