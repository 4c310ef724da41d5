from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.documents.models import Document
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry

from directory.keepers import looks_after_listings
from home.page_links import TranslatedPageLink
from home.permissions import NobodyMay

# Asked for by exact class, so that it holds in whichever order the applications start.
register_permission_policy(Document, NobodyMay(Document), exact_class=True)


@hooks.register("register_rich_text_features", order=1)
def link_to_translations(features: FeatureRegistry) -> None:
    features.register_link_type(TranslatedPageLink)


@hooks.register("construct_reports_menu")
def site_history_is_for_keepers(request: HttpRequest, items: list[MenuItem]) -> None:
    if not looks_after_listings(request.user):
        items[:] = [item for item in items if item.name != "site-history"]


@hooks.register("construct_help_menu")
def no_news_of_wagtail(_request: HttpRequest, items: list[MenuItem]) -> None:
    """What is new in Wagtail is for who develops the site."""
    items[:] = [item for item in items if item.name == "editor-guide"]
