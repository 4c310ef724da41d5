from collections.abc import Iterator

import pytest
from django.db import transaction

from directory.models import City, Need, Service
from directory.signals import told_together
from directory.taxonomy.load import load_taxonomy
from directory.taxonomy.wordings import load_phrases
from search.understanding import Knowledge, knowledge
from tests.directory.admin.conftest import editor, log_in
from tests.factories import CountryFactory, LocationFactory, ServiceFactory

__all__ = ["editor", "log_in"]
CITIES = {
    "DE": ["hamburg", "berlin", "munich", "essen"],
    "FR": ["lyon", "paris"],
    "GB": ["london"],
    "AT": ["vienna"],
}
SPOKEN = ["fa", "ar", "de", "fr", "en", "ku", "ckb", "tr"]


@pytest.fixture
def town(db: None) -> None:
    settle()


@pytest.fixture(scope="module")
def town_to_look_at(fresh_database, django_db_blocker) -> Iterator[Knowledge]:
    """What the site knows of a few cities; made once, for tests that change nothing."""
    with django_db_blocker.unblock(), transaction.atomic():
        settle()
        yield knowledge.current()
        transaction.set_rollback(True)


def settle() -> None:
    """The taxonomy, and in each of a few cities one free lawyer who speaks every language."""
    load_taxonomy()
    load_phrases()
    with told_together():
        for code, slugs in CITIES.items():
            country = CountryFactory(code=code)
            for slug in slugs:
                place = LocationFactory(country=country, city=City.objects.get(slug=slug))
                lawyer(place, name=f"House {slug}")


def lawyer(place, **facts) -> Service:
    listing = ServiceFactory(
        organization=place.organization,
        country=place.country,
        free=True,
        needs=[Need.objects.get(slug="legal")],
        locations=[place],
        **facts,
    )
    for code in SPOKEN:
        listing.languages.create(code=code)
    listing.save()
    return listing
