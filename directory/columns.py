"""Columns of the admin's lists; none asks the database row by row."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import StatusTagColumn, TitleColumn

from directory.enums import CheckStatus
from directory.models import Service


class CheckStatusColumn(StatusTagColumn):
    def __init__(self) -> None:
        super().__init__(
            "check",
            label=_("Check"),
            accessor=lambda listing: listing.check_status.label,
            primary=lambda listing: listing.check_status == CheckStatus.CHECKED,
            sort_key="check_due_on",
        )


class PublicationColumn(StatusTagColumn):
    """What Wagtail's own status column says, without its two queries a row."""

    def __init__(self) -> None:
        super().__init__(
            "publication",
            label=_("Status"),
            accessor=publication,
            primary=lambda listing: listing.live and not listing.is_paused,
            sort_key="live",
        )


def publication(listing: Service) -> str:
    """The listing comes from `ServiceQuerySet.with_publication`."""
    states = [_("live") if listing.live else _("draft")]
    if listing.live and listing.is_paused:
        states = [_("paused")]
    if listing.is_scheduled:
        states.append(_("scheduled"))
    elif listing.is_in_moderation:
        states.append(_("in moderation"))
    elif listing.live and listing.has_unpublished_changes:
        states.append(_("draft"))
    return " + ".join(map(str, states))


class ListingsColumn(TitleColumn):
    """How many listings there are, leading to them. The rows carry `listing_count`."""

    def __init__(self, filter_name: str, attribute: str) -> None:
        super().__init__(
            "listing_count",
            label=_("Listings"),
            sort_key="listing_count",
            get_url=lambda row: listings_url(**{filter_name: getattr(row, attribute)}),
        )


def listings_url(**filters: object) -> str:
    return f"{reverse(Service.snippet_viewset.get_url_name('list'))}?{urlencode(filters)}"
