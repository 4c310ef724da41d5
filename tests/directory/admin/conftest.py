from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from directory.models import Service
from tests.factories import LocationFactory, NeedFactory, ServiceFactory

LogIn = Callable[[str], Client]


@pytest.fixture
def log_in() -> LogIn:
    """A browser in which somebody of that role is logged in."""

    def log_in(role: str) -> Client:
        user = User.objects.create_user(role, password="a secret")
        user.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def editor(log_in: LogIn) -> Client:
    return log_in("Editors")


@pytest.fixture
def listing() -> Service:
    """A published listing with a need, a place, hours, a number and a language."""
    listing = ServiceFactory(name="Legal advice", needs=[NeedFactory()])
    listing.locations.set([LocationFactory(organization=listing.organization)])
    listing.schedules.create(weekday=0, opens_at="09:00", closes_at="17:00")
    listing.contacts.create(kind="phone", value="+493023125000")
    listing.languages.create(code="fa", sort_order=0)
    listing.save()
    return listing
