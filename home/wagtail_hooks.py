from wagtail import hooks
from wagtail.documents.models import Document
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry

from home.page_links import TranslatedPageLink
from home.permissions import NobodyMay

# Asked for by exact class, so that it holds in whichever order the applications start.
register_permission_policy(Document, NobodyMay(Document), exact_class=True)


@hooks.register("register_rich_text_features", order=1)
def link_to_translations(features: FeatureRegistry) -> None:
    features.register_link_type(TranslatedPageLink)
