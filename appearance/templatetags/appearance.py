import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from babel.numbers import format_decimal
from django import template
from django.conf import settings
from django.template import engines
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from appearance import languages
from appearance.digits import in_digits_of

if TYPE_CHECKING:
    from django.template.backends.jinja2 import Jinja2

register = template.Library()
# After @ and /, before a dot.
_BETWEEN_PARTS = re.compile(r"(?<=[@/])|(?=\.)")
_BREAK = mark_safe("<wbr>")


@cache
def sprite() -> str:
    return static("icons.svg")


@register.simple_tag
@cache
def icon(name: str, extra: str = "") -> SafeString:
    """A drawn icon; it says nothing to a screen reader, so a word always stands beside it.

    A page of results has ninety of them, of twenty kinds.
    """
    classes = f"icon {extra}".strip()
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, sprite(), name
    )


@register.simple_tag
def many(template_name: str, **inputs: object) -> object:
    """A component written in Jinja2, because a page shows it many times. It escapes for itself."""
    jinja = cast("Jinja2", engines["jinja2"])
    return jinja.env.get_template(template_name).make_module(inputs)


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[languages.LanguageLink]:
    return languages.language_links(context.get("request"), context.get("language_links"))


@register.simple_tag(takes_context=True)
def site_name(context: Context) -> str:
    """What the organisation calls itself in this language, where the page knows."""
    organisation = context.get("organisation")
    return organisation.name if organisation else settings.WAGTAIL_SITE_NAME


@register.filter
def number(value: int) -> str:
    """A number with the digits and the grouping of the reader's language."""
    return _number(value, get_language() or "en")


@lru_cache(maxsize=5_000)
def _number(value: int, language: str) -> str:
    return in_digits_of(language, format_decimal(value, locale=language, numbering_system="default"))


@register.filter
def breakable(address: str) -> SafeString:
    """A mail or web address that breaks, where it must, between its parts: info@ lantern .example .org."""
    parts = filter(None, _BETWEEN_PARTS.split(address))
    return format_html_join(_BREAK, "{}", ((part,) for part in parts))


@register.filter
def digits(text: object) -> str:
    """Any text, such as an hour or a date, with the reader's digits."""
    return in_digits_of(get_language() or "en", str(text))
