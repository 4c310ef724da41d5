"""What stands on every page of a language: who speaks, and where one can go."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from wagtail.rich_text import expand_db_html

from home.models import HomePage


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
    home = HomePage.objects.live().filter(locale__language_code=language).first()
    if home is None:
        return Organisation(name=settings.WAGTAIL_SITE_NAME)
    return Organisation(
        name=home.organisation_name or settings.WAGTAIL_SITE_NAME,
        tagline=home.tagline,
        footer=expand_db_html(home.footer),
        email=home.contact_email,
        phone=home.contact_phone,
        menu=tuple(MenuItem(page.title, page.url) for page in home.get_children().live().in_menu()),
    )
