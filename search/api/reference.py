"""What the API takes and answers, said to machines (OpenAPI) and, from that same document, to people."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from search.api.endpoint import SCHEMA, api
from search.api.problems import Problem, language_of, problem

ROOT = "/api/v1/"
EXAMPLE = "search?lang=de&q=Rechtsanwalt&city=Hamburg&language=fa&free=1"
ANSWERED = ("Answer", "Result", "FacetChoice", "Understood")
REFUSED = ("Problem", "WrongParameter")


@dataclass(frozen=True)
class Field:
    name: str
    text: str
    is_repeated: bool = False
    default: str = ""


@dataclass(frozen=True)
class Part:
    """The fields of one object in the answer."""

    name: str
    fields: tuple[Field, ...]


def openapi(_request: HttpRequest) -> HttpResponse:
    return JsonResponse(_document())


def not_there(request: HttpRequest) -> HttpResponse:
    # Among the addresses of the site LocaleMiddleware would find one for this path with a language before it.
    request.urlconf = "search.api.urls"
    return problem(HTTPStatus.NOT_FOUND, language_of(request))


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    document = _document()
    operation = document["paths"][f"{ROOT}search"]["get"]
    address = reverse("api_reference")
    with translation.override(language_of(request)):
        context = {
            "parameters": [_parameter(each) for each in operation["parameters"]],
            "answered": _parts(document["components"]["schemas"], ANSWERED),
            "refused": _parts(document["components"]["schemas"], REFUSED),
            "example": f"{ROOT}{EXAMPLE}",
            "site_url": settings.SITE_URL,
            "openapi_url": reverse("openapi"),
            "language_links": {code: f"{address}?lang={code}" for code, _name in settings.LANGUAGES},
        }
        response = render(request, "search/api.html", context)
        response.headers["Content-Language"] = language_of(request)
    return response


def _document() -> dict[str, Any]:
    """With the errors, which django-ninja knows nothing of."""
    document = api.get_openapi_schema(path_prefix=ROOT)
    described = Problem.model_json_schema(ref_template=SCHEMA.replace("Problem", "{model}"))
    document["components"]["schemas"] |= described.pop("$defs") | {"Problem": described}
    return document


def _parameter(described: dict[str, Any]) -> Field:
    schema = described["schema"]
    is_repeated = schema.get("type") == "array"
    default = "" if is_repeated else str(schema.get("default", ""))
    return Field(described["name"], gettext(described["description"]), is_repeated, default)


def _parts(schemas: dict[str, Any], names: tuple[str, ...]) -> list[Part]:
    return [
        Part(name, tuple(Field(*each) for each in _described(schemas[name]["properties"]))) for name in names
    ]


def _described(properties: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, gettext(schema["description"])) for name, schema in properties.items()]
