"""“Somebody asked them today, and all is as we say”: the most frequent deed of an editor."""

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.timezone import localdate

from directory.models import Service

CHECKED = "directory.checked"


@transaction.atomic
def mark_checked(listing: Service, user: AbstractBaseUser) -> None:
    """What the public sees was found right. A draft keeps its unpublished changes and learns the date too."""
    latest = listing.get_latest_revision_as_object()
    _date(listing)
    listing.save(update_fields=["verified_on", "verified_by", "check_due_on", "hide_on"])
    if latest is not listing:
        _date(latest)
    revision = latest.save_revision(user=user, changed=False, clean=False, log_action=CHECKED)
    if listing.live and latest is listing:
        Service.objects.filter(pk=listing.pk).update(live_revision=revision)


def _date(listing: Service) -> None:
    """The team stays the one that looks after the listing; where none is named, it is the site itself."""
    listing.verified_on = localdate()
    listing.verified_by = listing.verified_by or settings.WAGTAIL_SITE_NAME
    listing.set_check_dates()
