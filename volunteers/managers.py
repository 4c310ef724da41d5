"""Who may see which volunteer, and which of them are due."""

from datetime import date, datetime, timedelta
from typing import Self

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Count, Q, QuerySet

from volunteers.enums import Status

LATELY = timedelta(days=30)


class CoordinatorQuerySet(QuerySet):
    def countries_of(self, user: User | AnonymousUser) -> list[str]:
        """Being a superuser is not enough: somebody has to be appointed, country by country."""
        if not user.is_active or user.pk is None:
            return []
        return sorted(self.filter(user=user).values_list("country", flat=True))

    def at_work(self) -> Self:
        """Those who can log in."""
        return self.filter(user__is_active=True)

    def someone_answers_in(self) -> set[str]:
        return set(self.at_work().values_list("country", flat=True))


class VolunteerQuerySet(QuerySet):
    def known_to(self, user: User | AnonymousUser) -> Self:
        """To coordinators of their country alone, once their address is confirmed."""
        from volunteers.models import Coordinator

        countries = Coordinator.objects.countries_of(user)
        return self.filter(country__in=countries).exclude(status=Status.NEW)

    def confirmed_at(self, address: str) -> Self:
        """The one whose address it is; of forms whose link nobody pressed there may be several."""
        return self.exclude(status=Status.NEW).filter(email_hash=address)

    def overdue(self, today: date) -> Self:
        return self.filter(next_action_on__lt=today)

    def active_in(self, country: str) -> Self:
        return self.filter(country=country, status=Status.ACTIVE)

    def with_how_often_asked(self, now: datetime) -> Self:
        return self.annotate(asked_lately=Count("asks", filter=Q(asks__created_at__gte=now - LATELY)))


class TaskQuerySet(QuerySet):
    def known_to(self, user: User | AnonymousUser) -> Self:
        from volunteers.models import Coordinator

        return self.filter(country__in=Coordinator.objects.countries_of(user))
