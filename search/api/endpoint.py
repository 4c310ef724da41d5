"""`GET /api/v1/search`: the same search as on the page for people, for programs."""

from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.log import log_response
from django.utils.translation import gettext_noop as _
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from directory.vocabulary import vocabulary
from pagecache import generation
from search import engines
from search.api.answer import Answer, answer
from search.api.problems import AS_WRITTEN, MEDIA_TYPE, TITLES, language_of, problem, unknown_parameters
from search.api.request import PARAMETERS, Asked, query_of
from search.finding import find
from search.unfound.noting import note

SCHEMA = "#/components/schemas/Problem"
REFUSAL = {
    "description": TITLES[HTTPStatus.UNPROCESSABLE_ENTITY],
    "content": {MEDIA_TYPE: {"schema": {"$ref": SCHEMA}}},
}


class Renderer(JSONRenderer):
    json_dumps_params = AS_WRITTEN


api = NinjaAPI(
    title=settings.WAGTAIL_SITE_NAME,
    version="1",
    description=_("Find help: the directory of this site, for programs."),
    servers=[{"url": settings.SITE_URL}],
    openapi_url=None,
    docs_url=None,
    renderer=Renderer(),
)


class UnknownParametersError(Exception):
    """A filter with a slip of the pen in its name would find too much without a word."""


@api.get(
    "search",
    response=Answer,
    operation_id="search",
    summary=_("Search the listings"),
    openapi_extra={"responses": {HTTPStatus.UNPROCESSABLE_ENTITY.value: REFUSAL}},
)
def search(request: HttpRequest, response: HttpResponse, asked: Query[Asked]) -> Answer:
    if unknown_parameters(request):
        raise UnknownParametersError
    query, engine = query_of(asked), engines.current()
    response.headers["Content-Language"] = query.language
    number = generation.of(request)
    with translation.override(query.language), engine.at_one_moment():
        found = find(engine, query, timezone.now(), size=asked.size, generation=number)
        note(query, found.query, found.results.total)
        return answer(found, query.page, vocabulary(query.language, number))


@api.exception_handler(ValidationError)
def wrong_values(request: HttpRequest, error: ValidationError) -> HttpResponse:
    wrong = {part for each in error.errors for part in each["loc"] if part in PARAMETERS}
    return _refusal(request, sorted(wrong))


@api.exception_handler(UnknownParametersError)
def wrong_names(request: HttpRequest, _error: UnknownParametersError) -> HttpResponse:
    return _refusal(request, [])


@api.exception_handler(SuspiciousOperation)
def unreadable(_request: HttpRequest, _error: SuspiciousOperation) -> HttpResponse:
    """Thousands of parameters, for example: none of them is looked at."""
    return problem(HTTPStatus.BAD_REQUEST, settings.LANGUAGE_CODE)


@api.exception_handler(Exception)
def failure(request: HttpRequest, error: Exception) -> HttpResponse:
    response = problem(HTTPStatus.INTERNAL_SERVER_ERROR, language_of(request))
    log_response(
        "%s: %s", response.reason_phrase, request.path, response=response, request=request, exception=error
    )
    return response


def _refusal(request: HttpRequest, wrong: list[str]) -> HttpResponse:
    """All that is wrong at once."""
    names = [*wrong, *unknown_parameters(request)]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, language_of(request), names)
