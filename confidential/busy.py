"""While the database takes nothing more: what somebody typed comes back, with a button to send it again.

The form's single-use token comes back with it, so that what was stored after all is not stored twice. A page
that notes who opened it has to write as well: it can be opened again.
"""

import logging
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

RETRY_AFTER_SECONDS = "5"

log = logging.getLogger(__name__)


def busy_page(request: HttpRequest) -> HttpResponse:
    log.warning("The database took nothing")
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    context = {
        "is_form": request.method == "POST",
        "typed": typed,
        "had_file": any(request.FILES.values()),
        "again": request.get_full_path(),
    }
    response = render(request, "confidential/busy.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response
