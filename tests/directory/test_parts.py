"""A listing with all its small rows comes in one question, and is the same as asked for row by row."""

import pytest

from directory import parts
from directory.models import Service
from directory.public import facts_of
from tests.factories import CountryFactory, LocationFactory, NeedFactory, ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def listings() -> list[Service]:
    needs = [NeedFactory(slug="legal", order=2), NeedFactory(slug="food", order=1)]
    place = LocationFactory()
    place.contacts.create(kind="email", value="house@example.org")
    place.schedules.create(weekday=1, opens_at="09:00", closes_at="17:30")
    made = [ServiceFactory(needs=needs, locations=[place, LocationFactory()]), ServiceFactory()]
    full = made[0]
    full.organization.contacts.create(kind="phone", value="+493023125000")
    full.translations.create(language="fa", name="وکیل", summary="کمک")
    full.languages.create(code="fa", spoken_by="interpreter")
    full.contacts.create(kind="phone", value="+493023125001", sort_order=2)
    full.contacts.create(kind="phone", value="+493023125002", sort_order=1)
    full.contacts.create(kind="phone", value="+493023125003", visibility="staff")
    full.schedules.create(weekday=0, opens_at="22:00", closes_at="02:00", closes_next_day=True)
    full.credentials.create(profession="lawyer", areas="asylum")
    full.also_serves.add(CountryFactory(code="AT"))
    for each in (place, full.organization, full):
        each.save()
    return made


def test_its_facts_are_those_of_the_tables(listings) -> None:
    keys = [listing.pk for listing in listings]
    complete = parts.complete([Service.objects.get(pk=key) for key in keys])
    assert [facts_of(each) for each in complete] == [facts_of(Service.objects.get(pk=key)) for key in keys]


def test_many_listings_cost_one_question(listings, django_assert_num_queries) -> None:
    found = list(Service.objects.all())
    with django_assert_num_queries(1):
        for each in parts.complete(found):
            facts_of(each)
