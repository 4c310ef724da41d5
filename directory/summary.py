"""What the admin's front page says of the directory: how much there is, and what has to be checked."""

from django.http import HttpRequest
from wagtail.admin.site_summary import SummaryItem

from directory.columns import listings_url
from directory.enums import CheckStatus
from directory.models import Service


class ListingsSummary(SummaryItem):
    # Before pages and images: it is what most editors come for.
    order = 50
    template_name = "directory/admin/summary.html"

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.user = request.user

    def is_shown(self) -> bool:
        return self.user.has_perm("directory.view_service")

    def get_context_data(self, _parent_context: dict | None) -> dict:
        return {
            "listings": Service.objects.count(),
            "listings_url": listings_url(),
            "overdue": Service.objects.with_check_status(CheckStatus.OVERDUE).count(),
            "overdue_url": listings_url(check=CheckStatus.OVERDUE),
        }
