"""Where a search is read: one address for one search, so that it can be shared, and found again."""

from dataclasses import replace

from django.conf import settings
from django.utils.translation import get_language

from appearance.languages import address_of
from search.parameters import querystring
from search.query import Query


def address(query: Query) -> str:
    """In the language that is active; one country and one need have a page with a name of its own."""
    language = get_language() or settings.LANGUAGE_CODE
    if len(query.country) == len(query.needs) == 1:
        page = address_of(language, "country_need", query.country[0].lower(), query.needs[0])
        return page + querystring(replace(query, country=(), needs=()))
    return address_of(language, "results") + querystring(query)


def in_every_language(path: str) -> dict[str, str]:
    """The same address with each language in its first part."""
    _root, _language, rest = path.split("/", 2)
    return {code: f"/{code}/{rest}" for code, _name in settings.LANGUAGES}
