"""The yardstick: a Django view without middleware that returns the bytes of a file."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], MIDDLEWARE=[])
BODY = Path(os.environ["BARE_VIEW_BODY"]).read_bytes()


def view(request: HttpRequest, address: str) -> HttpResponse:
    return HttpResponse(BODY)


urlpatterns = [path("<path:address>", view)]
application = get_wsgi_application()
