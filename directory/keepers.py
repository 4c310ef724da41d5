"""Who looks after listings, and may therefore know what the public must not: secret places, private numbers.

Whoever only translates or proposes may have been sent by somebody that a reader fled from.
"""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet

from directory.enums import ContactVisibility
from directory.managers import LocationQuerySet
from directory.models import Location

KEEPERS_PERMISSION = "directory.publish_service"


def looks_after_listings(user: User | AnonymousUser) -> bool:
    return user.has_perm(KEEPERS_PERMISSION)


def places_known_to(user: User | AnonymousUser) -> LocationQuerySet:
    places = Location.objects.all()
    return places if looks_after_listings(user) else places.addressable()


def contacts_known_to(user: User | AnonymousUser, contacts: QuerySet) -> QuerySet:
    """Also of a draft, whose rows are in memory and know `filter()` only."""
    return contacts if looks_after_listings(user) else contacts.filter(visibility=ContactVisibility.PUBLIC)
