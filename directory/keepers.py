"""Who looks after listings, and may therefore know what the public must not: secret places, private numbers.

Whoever only translates or proposes may have been sent by somebody that a reader fled from.
"""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import require_admin_access

from directory.enums import ContactVisibility
from directory.managers import LocationQuerySet
from directory.models import Location

KEEPERS_PERMISSION = "directory.publish_service"


def looks_after_listings(user: User | AnonymousUser) -> bool:
    return user.has_perm(KEEPERS_PERMISSION)


def for_keepers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of the admin that others are told they may not open."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not looks_after_listings(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return require_admin_access(guarded)


def places_known_to(user: User | AnonymousUser) -> LocationQuerySet:
    places = Location.objects.all()
    return places if looks_after_listings(user) else places.addressable()


def contacts_known_to(user: User | AnonymousUser, contacts: QuerySet) -> QuerySet:
    """Also of a draft, whose rows are in memory and know `filter()` only."""
    return contacts if looks_after_listings(user) else contacts.filter(visibility=ContactVisibility.PUBLIC)
