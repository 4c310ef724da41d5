"""Links between pages, looked up for a whole text at once rather than one by one."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from home.addresses import address_of_page


class TranslatedPageLink(PageLinkHandler):
    """A link in a text leads to the page in the reader's language; to nowhere when it is not published."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        ids = [int(attrs["id"]) for attrs in attrs_list]
        urls = addresses(set(ids))
        return [format_html('<a href="{}">', urls[page_id]) if page_id in urls else "<a>" for page_id in ids]


def addresses(page_ids: Collection[int]) -> dict[int, str]:
    """Where each page is read: in the reader's language, else in its own. One query for all."""
    language = get_language()
    linked = Page.objects.filter(pk__in=page_ids)
    pages = Page.objects.filter(
        Q(pk__in=page_ids)
        | Q(translation_key__in=linked.values("translation_key"), locale__language_code=language)
    ).select_related("locale")
    translated = {page.translation_key: page for page in pages if page.locale.language_code == language}
    targets = {page.pk: translated.get(page.translation_key, page) for page in pages}
    return {
        page_id: address_of_page(target)
        for page_id, target in targets.items()
        if page_id in page_ids and target.live
    }
