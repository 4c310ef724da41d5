"""Whatever changes what a visitor reads makes every cached page old, and nothing misleading is in it."""

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import Page, Site
from wagtail.signals import (
    copy_for_translation_done,
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)
from wagtail_localize.models import StringTranslation

from directory.plain import plain
from home.models import SiteImage
from pagecache import generation


def connect() -> None:
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(_content_changed, dispatch_uid="home")
    for model in (SiteImage, Site):
        for signal in (post_save, post_delete):
            signal.connect(_content_changed, sender=model, dispatch_uid=f"home.{model.__name__}")
    post_delete.connect(_page_deleted, dispatch_uid="home.Page")
    copy_for_translation_done.connect(_page_translated, dispatch_uid="home.Page")
    pre_save.connect(_made_plain, sender=StringTranslation, dispatch_uid="home.StringTranslation")


def _content_changed(**_kwargs: Any) -> None:
    generation.bump()


def _page_deleted(instance: Any, **_kwargs: Any) -> None:
    if isinstance(instance, Page):
        generation.bump()


def _page_translated(target_obj: Any, **_kwargs: Any) -> None:
    """A page that stands in for a missing translation is published without further ado."""
    if isinstance(target_obj, Page) and target_obj.live:
        generation.bump()


def _made_plain(instance: StringTranslation, **_kwargs: Any) -> None:
    """What translators write a sentence at a time passes no form of a page."""
    instance.data = plain(instance.data)
