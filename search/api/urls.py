"""What is at /api/v1/."""

from typing import cast

from django.urls import URLPattern, path, re_path

from search.api.endpoint import api
from search.api.opening import View, open_to_programs
from search.api.reference import not_there, openapi, reference

SEARCH = next(found for found in api.urls[0] if isinstance(found, URLPattern) and found.name == "search")

urlpatterns = [
    path("search", open_to_programs(cast("View", SEARCH.callback))),
    path("openapi.json", open_to_programs(openapi), name="openapi"),
    path("docs", reference, name="api_reference"),
    re_path("", open_to_programs(not_there)),
]
