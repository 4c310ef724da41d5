"""What stands on every page of a language: who speaks, and where one can go."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.db.models import Q
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from home.addresses import address_of_page
from home.models.editorial import DEPTH_BELOW_HOME


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str


@dataclass(frozen=True)
class Organisation:
    name: str
    tagline: str = ""
    footer: str = ""
    email: str = ""
    phone: str = ""
    menu: tuple[MenuItem, ...] = ()


def organisation(language: str, number: int) -> Organisation:
    """Kept until something is published, which raises the `number`: so pages need no query for it."""
    key = f"organisation:{language}:{number}"
    found = cache.get(key)
    if found is None:
        found = _read_organisation(language)
        cache.set(key, found)
    return found


def _read_organisation(language: str) -> Organisation:
    pages = _front_page_and_menu(language)
    home = next((page.homepage for page in pages if hasattr(page, "homepage")), None)
    if home is None:
        return Organisation(name=settings.WAGTAIL_SITE_NAME)
    return Organisation(
        name=home.organisation_name or settings.WAGTAIL_SITE_NAME,
        tagline=home.tagline,
        footer=expand_db_html(home.footer),
        email=home.contact_email,
        phone=home.contact_phone,
        menu=tuple(MenuItem(page.title, address_of_page(page)) for page in pages if page.is_child_of(home)),
    )


def _front_page_and_menu(language: str) -> list[Page]:
    """In one query, and in the order of the menu."""
    wanted = Q(homepage__isnull=False) | Q(show_in_menus=True, depth=DEPTH_BELOW_HOME)
    pages = Page.objects.live().filter(wanted, locale__language_code=language)
    return list(pages.select_related("homepage", "locale").order_by("path"))
