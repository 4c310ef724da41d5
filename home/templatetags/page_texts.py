from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from directory import phones
from home.addresses import address_of_page

register = template.Library()


@register.filter(is_safe=True)
def with_links(html: SafeString) -> SafeString:
    """Turns the links of a whole text into addresses at once, so that many paragraphs cost one query."""
    return mark_safe(expand_db_html(html))  # noqa: S308 -- Wagtail's own whitelisted rich text, already safe


register.filter("address", address_of_page)


@register.filter
def readable_phone(dialled: str) -> str:
    return phones.readable(dialled)
