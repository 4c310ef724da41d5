"""The same content in the other languages."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, get_language_info, override

# Behind the language, every address is the same in all of them.
_LANGUAGE = re.compile(rf"^/(?:{'|'.join(code for code, _name in settings.LANGUAGES)})/")


@dataclass(frozen=True)
class LanguageLink:
    code: str
    name: str
    direction: str
    url: str
    is_current: bool


def language_links(request: HttpRequest | None, addresses: dict[str, str] | None) -> list[LanguageLink]:
    """One link a language: from `addresses` where a view knows better, else this very path translated."""
    return [link(code, address_in(code, request, addresses)) for code, _name in settings.LANGUAGES]


def address_in(code: str, request: HttpRequest | None, addresses: dict[str, str] | None) -> str:
    if addresses is not None:
        return addresses.get(code, f"/{code}/")
    if request is None:
        return f"/{code}/"
    return _LANGUAGE.sub(f"/{code}/", request.get_full_path(), count=1)


@lru_cache(maxsize=20_000)
def address_of(language: str, name: str, *which: object) -> str:
    """Of the page of that name. Django works it out anew each time, and a page of results has dozens."""
    with override(language):
        return reverse(name, args=which)


def link(code: str, url: str) -> LanguageLink:
    information = get_language_info(code)
    name = information["name_local"]
    return LanguageLink(
        code=code,
        name=name[:1].upper() + name[1:],
        direction="rtl" if information["bidi"] else "ltr",
        url=url,
        is_current=code == get_language(),
    )
