"""The demonstration shows every situation the site knows."""

import re
from collections import Counter

import phonenumbers
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count

from directory.demo.content import offers
from directory.enums import (
    Capacity,
    ContactKind,
    ContactVisibility,
    Cost,
    LocationVisibility,
    SpokenBy,
    YesNo,
)
from directory.managers import ServiceQuerySet
from directory.models import (
    Country,
    Credential,
    EmergencyNumber,
    Location,
    LocationContact,
    Need,
    Organization,
    Service,
    ServiceContact,
    ServiceLanguage,
    ServiceSchedule,
    ServiceTranslation,
)
from tests.invented import is_somebodys, rings_somewhere

pytestmark = [pytest.mark.usefixtures("demonstration"), pytest.mark.django_db]
LANGUAGES = {code for code, _name in settings.LANGUAGES}


def _published() -> ServiceQuerySet:
    return Service.objects.published()


def test_eighty_organizations_offer_hundreds_of_listings_in_twelve_countries_and_forty_cities():
    assert Organization.objects.count() == 80
    assert _published().count() >= 250
    assert Country.objects.published().count() == 12
    assert Location.objects.values("city").distinct().count() == 40


def test_each_country_has_emergency_numbers():
    assert set(EmergencyNumber.objects.values_list("country", flat=True)) == set(
        Country.objects.values_list("code", flat=True)
    )


def test_each_need_and_each_city_has_several_listings():
    needs = Need.objects.filter(services__in=_published()).annotate(listings=Count("services"))
    assert {need.slug for need in needs} == set(Need.objects.values_list("slug", flat=True))
    assert min(need.listings for need in needs) >= 2
    cities = Counter(_published().values_list("locations__city", flat=True))
    assert min(cities.values()) >= 3


def test_each_language_has_texts_and_gaps():
    written = Counter(ServiceTranslation.objects.values_list("language", flat=True))
    sources = Counter(Service.objects.values_list("source_language", flat=True))
    total = Service.objects.count()
    for language in LANGUAGES:
        assert 0.4 < (written[language] + sources[language]) / total < 0.95, language
    assert set(sources) == LANGUAGES
    assert Service.objects.filter(translations__isnull=True).exists()


def test_no_summary_stands_twice():
    summaries = Counter(Service.objects.values_list("source_language", "summary"))
    translated = Counter(ServiceTranslation.objects.values_list("language", "summary"))
    assert {*summaries.values(), *translated.values()} == {1}


def test_no_text_shows_an_unfilled_blank():
    for model in (Service, ServiceTranslation):
        assert not model.objects.filter(summary__contains="{").exists()
        assert not model.objects.filter(name="").exists()


def test_every_offer_is_written_in_every_language():
    for offer in offers().values():
        assert set(offer.texts) == LANGUAGES, offer.slug
        assert len({len(texts.names) for texts in offer.texts.values()}) == 1, offer.slug


def test_three_checks_are_overdue_and_still_shown():
    assert _published().overdue().count() == 3


def test_some_are_paused_full_limited_drafts_or_serve_everywhere():
    assert 3 <= Service.objects.filter(is_paused=True).count() <= 12
    assert Service.objects.filter(live=False).count() >= 2
    assert _published().filter(serves_everywhere=True).count() >= 5
    for capacity in (Capacity.OPEN, Capacity.LIMITED, Capacity.FULL):
        assert _published().filter(capacity=capacity).count() >= 20, capacity


@pytest.mark.parametrize(
    "fact",
    [
        *({name: True} for name in ("in_person", "by_phone", "by_video", "by_chat")),
        *({name: True} for name in ("for_women", "for_men", "for_families", "for_lgbt")),
        *({"cost": cost} for cost in Cost),
        *({"documents_required": answer} for answer in YesNo),
        {"languages__spoken_by": SpokenBy.INTERPRETER},
    ],
)
def test_each_filter_narrows_and_still_finds(fact):
    assert 3 <= _published().filter(**fact).distinct().count() < _published().count()


def test_persian_and_arabic_are_spoken_almost_everywhere_and_rarer_languages_here_and_there():
    spoken = Counter(ServiceLanguage.objects.values_list("code", flat=True))
    assert spoken["fa"] > 150 > spoken["ku"] > 10


def test_one_can_come_in_the_night_and_not_on_every_day():
    assert ServiceSchedule.objects.filter(closes_next_day=True, closes_at__gt="00:00").exists()
    assert ServiceSchedule.objects.filter(opens_at="00:00", closes_at="00:00").exists()
    assert ServiceSchedule.objects.filter(opens_at__isnull=True).exists()


def test_places_are_shown_in_full_in_part_or_not_at_all():
    assert set(Location.objects.values_list("visibility", flat=True)) == set(LocationVisibility)


def test_some_contacts_are_for_staff_or_nobody():
    assert set(ServiceContact.objects.values_list("visibility", flat=True)) == set(ContactVisibility)
    assert set(ServiceContact.objects.values_list("kind", flat=True)) == set(ContactKind)


def test_lawyers_and_doctors_are_registered_somewhere():
    assert Credential.objects.exclude(regulator="").exclude(registration_number="").count() > 50


def test_every_number_could_be_dialled():
    numbers = ServiceContact.objects.filter(kind__in=[ContactKind.PHONE, ContactKind.WHATSAPP])
    for value in numbers.values_list("value", flat=True):
        assert phonenumbers.is_possible_number(phonenumbers.parse(value)), value


@pytest.mark.parametrize("model", [ServiceContact, LocationContact])
def test_no_number_and_no_address_leads_to_anybody(model):
    values = model.objects.values_list("kind", "value")
    by_number = (ContactKind.PHONE, ContactKind.WHATSAPP, ContactKind.SIGNAL)
    assert [value for kind, value in values if kind in by_number and rings_somewhere(value)] == []
    in_writing = (ContactKind.EMAIL, ContactKind.WEBSITE)
    assert [value for kind, value in values if kind in in_writing and is_somebodys(value)] == []
    assert all(value.endswith("_example") for kind, value in values if kind == ContactKind.TELEGRAM)


def test_no_organization_has_a_website_or_an_address_of_others():
    written = {*Organization.objects.values_list("website", "email")}
    assert [address for pair in written for address in pair if address and is_somebodys(address)] == []


def test_no_text_says_a_number_or_an_address_of_its_own():
    """Those stand where they are checked."""
    texts = [
        text
        for model in (Service, ServiceTranslation)
        for row in model.objects.values("name", "summary", "description", "application_process")
        for text in row.values()
    ]
    assert [text for text in texts if re.search(r"@|https?:|www\.|\d{5}", text)] == []


def test_everything_satisfies_the_rules_that_editors_meet_in_forms():
    """What the database holds itself (uniqueness, keys, constraints) needs no second look."""
    refused = []
    for model in (Country, EmergencyNumber, Need, Organization, Location, Service, ServiceContact):
        links = [field.name for field in model._meta.get_fields() if field.is_relation]
        for row in model.objects.all():
            try:
                row.clean_fields(exclude=links)
                row.clean()
            except ValidationError as error:
                refused.append((row, error))
    assert refused == []
