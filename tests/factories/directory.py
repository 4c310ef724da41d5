from datetime import timedelta

import factory
from django.utils.timezone import localdate
from factory.django import DjangoModelFactory

from directory.enums import Cost, LocationVisibility, NeedIcon, YesNo
from directory.models import City, Country, Location, Need, NeedTranslation, Organization, Service


class CountryFactory(DjangoModelFactory):
    code = "DE"

    class Meta:
        model = Country
        django_get_or_create = ("code",)


class NeedFactory(DjangoModelFactory):
    """`names` gives its name by language, as in NeedFactory(names={"fa": "وکیل"})."""

    slug = "legal"
    icon = NeedIcon.LEGAL

    class Meta:
        model = Need
        django_get_or_create = ("slug",)
        skip_postgeneration_save = True

    @factory.post_generation
    def names(self, _create, names):
        for language, name in (names or {"en": self.slug.replace("-", " ").capitalize()}).items():
            NeedTranslation.objects.get_or_create(need=self, language=language, defaults={"name": name})


class OrganizationFactory(DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Organization {number}")

    class Meta:
        model = Organization


class LocationFactory(DjangoModelFactory):
    organization = factory.SubFactory(OrganizationFactory)
    country = factory.SubFactory(CountryFactory)
    name = "Advice centre"
    address_1 = "Lange Straße 1"
    city = factory.LazyFunction(lambda: City.objects.get(slug="hamburg"))
    latitude = 53.55
    longitude = 9.99

    class Meta:
        model = Location

    class Params:
        hidden = factory.Trait(visibility=LocationVisibility.HIDDEN)
        area_only = factory.Trait(visibility=LocationVisibility.AREA)


class ServiceFactory(DjangoModelFactory):
    """A published listing, checked ten days ago."""

    organization = factory.SubFactory(OrganizationFactory)
    country = factory.SubFactory(CountryFactory)
    name = factory.Sequence(lambda number: f"Listing {number}")
    summary = "Advice for people who start again."
    in_person = True
    verified_on = factory.LazyFunction(lambda: localdate() - timedelta(days=10))
    verified_by = "Team Hamburg"

    class Meta:
        model = Service
        skip_postgeneration_save = True

    class Params:
        draft = factory.Trait(live=False)
        paused = factory.Trait(is_paused=True)
        overdue = factory.Trait(verified_on=factory.LazyFunction(lambda: localdate() - timedelta(days=200)))
        long_overdue = factory.Trait(
            verified_on=factory.LazyFunction(lambda: localdate() - timedelta(days=400))
        )
        everywhere = factory.Trait(serves_everywhere=True, country=None)
        free = factory.Trait(cost=Cost.FREE)
        no_papers = factory.Trait(documents_required=YesNo.NO)

    @factory.post_generation
    def needs(self, _create, needs):
        if needs:
            self.needs.set(needs)
            self.save()

    @factory.post_generation
    def locations(self, _create, locations):
        if locations:
            self.locations.set(locations)
            self.save()
