"""Who may see what: the only place that says so.

Whatever leaves the house (page, index, export, sitemap) asks here first.
"""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Self

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from directory.bulk import ToldQuerySet
from directory.enums import CheckStatus, ContactKind, ContactVisibility, LocationVisibility, ServiceState
from directory.verification import NOTICE

if TYPE_CHECKING:
    from directory.models import Contact, Location


def is_addressable(location: "Location") -> bool:
    """Whether its street may be shown."""
    return location.visibility == LocationVisibility.FULL


def is_findable(location: "Location") -> bool:
    """Whether its city may be shown; a hidden place has no city, no point on a map and no hours."""
    return location.visibility != LocationVisibility.HIDDEN


def is_public(contact: "Contact") -> bool:
    return contact.visibility == ContactVisibility.PUBLIC


class CountryQuerySet(ToldQuerySet):
    def published(self) -> Self:
        return self.filter(is_published=True)


class NeedQuerySet(ToldQuerySet):
    def top(self) -> Self:
        return self.filter(parent__isnull=True)

    def with_names(self) -> Self:
        return self.prefetch_related("translations")


class LocationQuerySet(ToldQuerySet):
    def addressable(self) -> Self:
        return self.filter(visibility=LocationVisibility.FULL)

    def findable(self) -> Self:
        return self.exclude(visibility=LocationVisibility.HIDDEN)


class ContactQuerySet(ToldQuerySet):
    def public(self) -> Self:
        return self.filter(visibility=ContactVisibility.PUBLIC)


class ServiceQuerySet(ToldQuerySet):
    def released(self) -> Self:
        """What editors let out: time alone may still hide it, and show it again."""
        return self.filter(live=True).filter(Q(country__isnull=True) | Q(country__is_published=True))

    def published(self, on: date | None = None) -> Self:
        """Live, not paused, not expired, checked within the country's rule, in a published country."""
        today = on or timezone.localdate()
        return (
            self.released()
            .filter(hide_on__gt=today)
            .filter(Q(is_paused=False) | Q(paused_until__lte=today))
            .filter(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))
        )

    def serving(self, country_code: str) -> Self:
        served = Q(serves_everywhere=True) | Q(country=country_code)
        also = self.model.also_serves.through.objects.filter(country=country_code).values("service")
        return self.filter(served | Q(pk__in=also))

    def overdue(self) -> Self:
        return self.filter(check_due_on__lt=timezone.localdate())

    def found_in(self, cities: Collection[int]) -> Self:
        """Listings of places that may be known to lie in those cities."""
        places = self.model.locations.rel.model.objects.findable().filter(city__in=cities)
        links = self.model.locations.through.objects.filter(location__in=places)
        return self.filter(pk__in=links.values("service"))

    def for_any_need(self, slugs: Collection[str]) -> Self:
        links = self.model.needs.through.objects.filter(need__slug__in=slugs)
        return self.filter(pk__in=links.values("service"))

    def with_check_status(self, status: CheckStatus) -> Self:
        """The same division as `verification.check_status`, as a question to the database."""
        today = timezone.localdate()
        if status == CheckStatus.HIDDEN:
            return self.filter(hide_on__lte=today)
        shown = self.filter(hide_on__gt=today)
        if status == CheckStatus.OVERDUE:
            return shown.filter(check_due_on__lt=today)
        soon = today + NOTICE
        if status == CheckStatus.DUE:
            return shown.filter(check_due_on__range=(today, soon))
        return shown.filter(check_due_on__gt=soon)

    def in_state(self, state: ServiceState) -> Self:
        if state == ServiceState.IN_MODERATION:
            return self.with_publication().filter(is_in_moderation=True)
        conditions = {
            ServiceState.LIVE: Q(live=True, is_paused=False),
            ServiceState.DRAFT: Q(live=False),
            ServiceState.CHANGED: Q(live=True, has_unpublished_changes=True),
            ServiceState.PAUSED: Q(is_paused=True),
        }
        return self.filter(conditions[state])

    def for_need(self, need: int) -> Self:
        """Listings for a need or one that is part of it."""
        links = self.model.needs.through.objects.filter(Q(need=need) | Q(need__parent=need))
        return self.filter(pk__in=links.values("service"))

    def not_in_language(self, language: str) -> Self:
        """Neither written in that language nor translated into it."""
        translated = self.filter(translations__language=language).values("pk")
        return self.exclude(source_language=language).exclude(pk__in=translated)

    def without_public_number(self) -> Self:
        """Nobody can be called: no phone of the listing itself that everybody may see."""
        reachable = self.filter(
            contacts__kind=ContactKind.PHONE, contacts__visibility=ContactVisibility.PUBLIC
        )
        return self.exclude(pk__in=reachable.values("pk"))

    def with_publication(self) -> Self:
        """Each row knows `is_scheduled` and `is_in_moderation`."""
        kind = ContentType.objects.get_for_model(self.model)
        of_this_row = {"base_content_type": kind, "object_id": Cast(OuterRef("pk"), CharField())}
        return self.annotate(
            is_scheduled=Exists(Revision.objects.filter(**of_this_row, approved_go_live_at__isnull=False)),
            is_in_moderation=Exists(
                WorkflowState.objects.filter(**of_this_row, status=WorkflowState.STATUS_IN_PROGRESS)
            ),
        )
