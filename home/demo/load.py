"""Writes the pages that are missing, below the home pages that every site has from its first migration."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from wagtail.models import Page

from home.demo.content import body, is_there, news, offices, pages, plan, question_groups, translation_key
from home.demo.pictures import PICTURES
from home.models import (
    HomePage,
    InformationPage,
    NewsIndexPage,
    NewsPage,
    OfficePage,
    OfficesPage,
    QuestionsPage,
    SiteImage,
)
from pagecache import generation

Report = Callable[[str, int], None]
Pictures = dict[str, int]


@transaction.atomic
def load_home(report: Report, today: date | None = None) -> int:
    """Returns how many pictures and pages were missing; offices need the countries of the directory."""
    drawn = _load_pictures()
    report(_("Images"), drawn)
    pictures = dict(SiteImage.objects.values_list("title", "pk"))
    homes = [home for home in HomePage.objects.select_related("locale") if home.alias_of_id is None]
    written = sum(_load_language(home, pictures, today or localdate()) for home in homes)
    report(_("Pages"), written)
    if written:
        generation.bump()
    return drawn + written


def _load_pictures() -> int:
    there = set(SiteImage.objects.values_list("title", flat=True))
    missing = [picture for picture in PICTURES.values() if picture.title not in there]
    for picture in missing:
        SiteImage.objects.create(title=picture.title, file=picture.file())
    return len(missing)


def _load_language(home: HomePage, pictures: Pictures, today: date) -> int:
    added = _fill_home(home, pictures)
    for slug, page in _pages_below_home(home.locale.language_code, pictures):
        added += _add(home, slug, page)
    added += _load_news(home, pictures, today)
    return added + _load_offices(home)


def _fill_home(home: HomePage, pictures: Pictures) -> int:
    """Only a home page that nobody has written on yet."""
    if home.heading or home.latest_revision_id:
        return 0
    texts = pages(home.locale.language_code)["home"]
    for name, value in texts.items():
        setattr(home, name, body("home", value, pictures) if name == "body" else value)
    home.save()
    return 1


def _pages_below_home(language: str, pictures: Pictures) -> Iterator[tuple[str, Page]]:
    texts = pages(language)
    for slug in plan()["pages"]["information"]:
        content = {**texts[slug], "body": body(slug, texts[slug]["body"], pictures)}
        yield slug, InformationPage(show_in_menus=True, **content)
    yield (
        "questions",
        QuestionsPage(show_in_menus=True, groups=question_groups(language), **texts["questions"]),
    )
    yield "news", NewsIndexPage(show_in_menus=True, **texts["news"])
    yield "offices", OfficesPage(show_in_menus=True, **texts["offices"])


def _load_news(home: HomePage, pictures: Pictures, today: date) -> int:
    index = NewsIndexPage.objects.child_of(home).get(translation_key=translation_key("news"))
    texts = news(home.locale.language_code)
    return sum(
        _add(index, slug, _piece(slug, texts[slug], facts, pictures, today))
        for slug, facts in plan()["news"].items()
    )


def _piece(
    slug: str, texts: dict[str, Any], facts: dict[str, Any], pictures: Pictures, today: date
) -> NewsPage:
    picture = PICTURES.get(facts.get("image", ""))
    return NewsPage(
        title=texts["title"],
        introduction=texts["introduction"],
        body=body(slug, texts["body"], pictures),
        date=today - timedelta(days=facts["days_ago"]),
        image_id=pictures[picture.title] if picture else None,
    )


def _load_offices(home: HomePage) -> int:
    parent = OfficesPage.objects.child_of(home).get(translation_key=translation_key("offices"))
    language = home.locale.language_code
    return sum(
        _add(
            parent,
            slug,
            OfficePage(
                title=office["title"][language],
                country_id=office["country"],
                address=office["address"],
                hours=office["hours"][language],
                phone=office["phone"],
                email=office["email"],
            ),
        )
        for slug, office in offices().items()
    )


def _add(parent: Page, slug: str, page: Page) -> int:
    if is_there(slug, parent):
        return 0
    page.slug, page.locale, page.translation_key = slug, parent.locale, translation_key(slug)
    page.first_published_at = page.last_published_at = page.latest_revision_created_at = now()
    parent.add_child(instance=page)
    return 1
