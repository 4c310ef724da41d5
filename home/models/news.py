from typing import Any, Self

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager

from home.blocks import BodyBlock
from home.models.editorial import EditorialPage, EditorialQuerySet


class NewsQuerySet(EditorialQuerySet):
    def in_language(self, language: str) -> Self:
        return self.filter(locale__language_code=language)

    def newest_first(self) -> Self:
        return self.order_by("-date", "-pk")

    def with_images(self) -> Self:
        return self.select_related("image").prefetch_related("image__renditions")


class NewsIndexPage(EditorialPage):
    NEWS_ON_A_PAGE = 10

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("pages of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        news = self.news(request.GET.get("page", "1"))
        return {
            **super().get_context(request, *args, **kwargs),
            "news": news,
            "previous_url": f"?page={news.previous_page_number()}" if news.has_previous() else "",
            "next_url": f"?page={news.next_page_number()}" if news.has_next() else "",
        }

    def news(self, number: str) -> PaginatorPage:
        """One page of the news; the nearest there is when the number makes no sense."""
        published = NewsPage.objects.live().child_of(self).newest_first().with_images().with_languages()
        return Paginator(published, self.NEWS_ON_A_PAGE).get_page(number)


class NewsPage(EditorialPage):
    date = models.DateField(_("date"), default=timezone.localdate, db_index=True)
    image = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    objects = PageManager.from_queryset(NewsQuerySet)()

    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        FieldPanel("title"),
        FieldPanel("date"),
        FieldPanel("introduction"),
        FieldPanel("image"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        if self.image:
            prefetch_related_objects([self.image], "renditions")
        return super().get_context(request, *args, **kwargs)
