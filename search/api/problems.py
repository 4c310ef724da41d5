"""Errors as RFC 9457 has them: what is wrong with which parameter, in the language of `lang`."""

from collections.abc import Iterable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _
from ninja import Schema
from pydantic import Field

from search.api.request import PARAMETERS, Asked

MEDIA_TYPE = "application/problem+json"
# Persian and Arabic letters as themselves take a third of the space.
AS_WRITTEN = {"ensure_ascii": False}
TITLES = {
    HTTPStatus.BAD_REQUEST: _("This request cannot be read."),
    HTTPStatus.NOT_FOUND: _("There is nothing at this address."),
    HTTPStatus.METHOD_NOT_ALLOWED: _("This address can only be read (GET)."),
    HTTPStatus.UNPROCESSABLE_ENTITY: _("Some parameters cannot be used."),
    HTTPStatus.INTERNAL_SERVER_ERROR: _("Something is wrong on our side."),
}


class WrongParameter(Schema):
    parameter: str = Field(description=_("The name of the parameter."))
    detail: str = Field(description=_("What it takes, in the language of lang."))


class Problem(Schema):
    type: str = Field(description=_("The address of this page."))
    title: str = Field(description=_("What is wrong, in the language of lang."))
    status: int = Field(description=_("The number of the HTTP status."))
    detail: str = Field(description=_("All of it in one text."))
    errors: list[WrongParameter] = Field([], description=_("Each parameter that cannot be used."))


def language_of(request: HttpRequest) -> str:
    asked = request.GET.get("lang", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def problem(
    status: HTTPStatus, language: str, wrong: Iterable[str] = (), headers: dict[str, str] | None = None
) -> JsonResponse:
    """`wrong` are the names of parameters."""
    with translation.override(language):
        title = gettext(TITLES[status])
        errors = [WrongParameter(parameter=name, detail=_takes(name)) for name in wrong]
        lines = [f"{error.parameter}: {error.detail}" for error in errors]
    told = Problem(
        type=f"{settings.SITE_URL}{reverse('api_reference')}#errors",
        title=title,
        status=status,
        detail="\n".join(lines) or title,
        errors=errors,
    )
    own = {"Content-Language": language} | (headers or {})
    return JsonResponse(
        told.model_dump(), status=status, content_type=MEDIA_TYPE, headers=own, json_dumps_params=AS_WRITTEN
    )


def unknown_parameters(request: HttpRequest) -> list[str]:
    return sorted(set(request.GET).difference(PARAMETERS))


def _takes(parameter: str) -> str:
    if parameter not in PARAMETERS:
        return gettext("There is no such parameter.")
    return gettext(str(Asked.model_fields[parameter].description))
