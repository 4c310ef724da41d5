"""Where a country asks for it, nobody publishes what they wrote: an account taken over changes no number.

It binds administrators too; they may lift the rule, and the history of the country says that they did.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from wagtail.log_actions import registry

from directory.models import Country, Service


def are_needed(listing: Service) -> bool:
    """By the country it is listed under, or would be: moving it elsewhere is no way out."""
    countries = Q(pk=listing.country_id)
    if listing.pk:
        countries |= Q(services=listing.pk)
    return Country.objects.filter(countries, second_pair_of_eyes=True).exists()


def may_publish(listing: Service, user: AbstractBaseUser) -> bool:
    return not are_needed(listing) or not _changes_not_published(listing).filter(user=user.pk).exists()


def _changes_not_published(listing: Service) -> QuerySet:
    entries = registry.get_logs_for_instance(listing).filter(content_changed=True)
    return entries.filter(revision_id__gt=listing.live_revision_id or 0)
