"""Which cases stand in which box of the desk, and who may see them at all."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.db.models import Q
from django.utils.timezone import now

from casework.enums import FAMILY, State, Status

if TYPE_CHECKING:
    from uuid import UUID

# After so many days without an answer of ours a case is overdue.
ANSWER_WITHIN = timedelta(days=3)
# What one caseworker of the country allowed another one of elsewhere ends by itself.
ACCESS_LASTS = timedelta(hours=24)
OUR_TURN = (Status.NEW, Status.OURS)


class CaseworkerQuerySet(models.QuerySet):
    def at_work(self) -> Self:
        """Those who can log in: an account that was switched off answers, takes and approves nothing."""
        return self.filter(user__is_active=True)


class CaseQuerySet(models.QuerySet):
    def at_the_desk_of(self, user: User | AnonymousUser) -> Self:
        """The countries that the user is a caseworker of; being a superuser changes nothing."""
        return self.filter(country__in=user.casework.values("country")) if user.pk else self.none()

    def open_to(self, user: User | AnonymousUser) -> Self:
        """At the desk, or allowed by somebody of the case's country within the last day."""
        if not user.pk or not user.casework.exists():
            return self.none()
        allowed = Q(access_requests__asked_by=user, access_requests__approved_at__gt=now() - ACCESS_LASTS)
        mine = Q(country__in=user.casework.values("country"))
        return self.filter(mine | Q(pk__in=self.model._default_manager.filter(allowed).values("pk")))

    def of_families(self) -> Self:
        return self.filter(kind__in=FAMILY).exclude(status=Status.CLOSED)

    def not_closed(self) -> Self:
        return self.exclude(status=Status.CLOSED)

    def overdue(self, at: datetime) -> Self:
        return self.filter(status__in=OUR_TURN, status_since__lt=at - ANSWER_WITHIN)

    def held(self, *keys: "UUID") -> Self:
        """Locked until the transaction ends, always in the same order, so that no two wait for each other."""
        return self.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")


class IntroductionQuerySet(models.QuerySet):
    def of(self, case: "UUID") -> Self:
        return self.between(case)

    def between(self, *cases: "UUID") -> Self:
        """Every one that touches one of them."""
        return self.filter(Q(search__in=cases) | Q(registration__in=cases))

    def between_people(self) -> Self:
        """Those who were introduced, and have not ended it: what they share is there."""
        return self.filter(state=State.INTRODUCED, meeting__isnull=False)

    def left_without_meeting(self) -> Self:
        """Those whose end came after the backup that they were restored from."""
        return self.filter(state=State.INTRODUCED, meeting__isnull=True)


class AccessRequestQuerySet(models.QuerySet):
    def live(self) -> Self:
        """Asked within the last day, or allowed within it."""
        since = now() - ACCESS_LASTS
        waiting = Q(approved_at__isnull=True, created_at__gt=since)
        return self.filter(waiting | Q(approved_at__gt=since))

    def for_approval_by(self, user: User) -> Self:
        """Of others, for cases of the user's countries."""
        waiting = self.live().filter(approved_at__isnull=True).exclude(asked_by=user)
        return waiting.filter(case__country__in=user.casework.values("country"))
