from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from home.addresses import address_of_page
from home.models import NewsPage
from home.navigation import Organisation, organisation
from pagecache import generation


class NewsFeed(Feed):
    """The news of one language. What is only borrowed from another language stays out."""

    NEWS_IN_A_FEED = 20

    feed_type = Atom1Feed

    def get_object(self, *_args: Any, **_kwargs: Any) -> str:
        return get_language()

    def title(self, language: str) -> str:
        return _("News: %(organisation)s") % {"organisation": speaking(language).name}

    def subtitle(self, language: str) -> str:
        return speaking(language).tagline

    def link(self, _language: str) -> str:
        return reverse("home")

    def author_name(self, language: str) -> str:
        return speaking(language).name

    def items(self, language: str) -> QuerySet[NewsPage]:
        published = NewsPage.objects.live().in_language(language).filter(alias_of__isnull=True)
        return published.newest_first().with_languages()[: self.NEWS_IN_A_FEED]

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.introduction

    def item_link(self, item: NewsPage) -> str:
        return address_of_page(item)

    def item_pubdate(self, item: NewsPage) -> datetime:
        return datetime.combine(item.date, time(), tzinfo=UTC)

    def item_updateddate(self, item: NewsPage) -> datetime:
        return item.last_published_at or self.item_pubdate(item)


def speaking(language: str) -> Organisation:
    return organisation(language, generation.current())
