"""What each listing says. Its number and the seed decide everything: any part can be made alone."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from itertools import accumulate
from random import Random
from typing import Any

from directory.demo import content
from directory.demo.content import House, Place
from directory.demo.dice import Dice
from directory.demo.facts import facts_of
from directory.demo.hours import opening_hours
from directory.demo.plan import Planned, planned
from directory.demo.reaching import email, ways_to_reach, website
from directory.demo.speaking import credentials_of, languages_of
from directory.demo.translating import Texts, source_texts, translations
from directory.demo.where import location_of
from directory.models import (
    City,
    Country,
    Credential,
    Location,
    LocationSchedule,
    Need,
    Organization,
    Service,
    ServiceContact,
    ServiceLanguage,
    ServiceSchedule,
    ServiceTranslation,
)
from tests.benchmarks.generated.words import invented

SOURCE = "generated"
# Listings with neighbouring numbers belong to one organization in one town.
OF_ONE_ORGANIZATION = 4
EVERYWHERE_EACH = 50
MOST_FURTHER_TEXTS = 3


@dataclass(frozen=True)
class Generated(Planned):
    """A listing as the demonstration plans it, with a name of its own for its dice."""

    name: str = ""

    @property
    def key(self) -> str:
        return self.name


@dataclass(frozen=True)
class Town:
    """An organization and where it is. `place` lends the demonstration's phone numbers to another city."""

    house: House
    place: Place
    city: City
    organization: Organization
    location: Location


class Listings:
    """`seed` decides what they say; `today` when they were checked."""

    def __init__(self, seed: int, today: date) -> None:
        self.seed, self.today = seed, today
        self._houses = list(content.houses().values())
        self._offers = list(content.offers().values())
        self._offset = len(planned())
        self.town = lru_cache(maxsize=2)(self._town)

    def services(self, numbers: Iterable[int]) -> Iterator[Service]:
        """In memory, with all that belongs to them; nothing is written."""
        for number in numbers:
            yield self._service(number)

    def planned(self, number: int) -> Generated:
        name = f"{self.seed}/{number}"
        dice, town = Dice(name), self.town(number // OF_ONE_ORGANIZATION)
        offer = dice.pick("offer", self._offers)
        remote = "phone" in offer.delivery
        return Generated(
            house=town.house,
            offer=offer,
            place=town.place,
            everywhere=remote and number % EVERYWHERE_EACH == 0,
            variant=dice.number("variant", 0, len(offer.texts["en"].names) - 1),
            line=number % OF_ONE_ORGANIZATION + 1,
            position=self._offset + number,
            name=name,
        )

    def _service(self, number: int) -> Service:
        listing, town = self.planned(number), self.town(number // OF_ONE_ORGANIZATION)
        texts = self._richer(listing, listing.language, source_texts(listing))
        service = Service(
            pk=number,
            import_source=SOURCE,
            external_id=listing.key,
            source_language=listing.language,
            organization=town.organization,
            country=self._countries.get(listing.country),
            timezone="" if listing.has_place else town.city.timezone,
            live=True,
            **vars(texts),
            **self._facts(listing),
            **self._parts(listing),
            needs=[self._needs[slug] for slug in listing.offer.needs],
            locations=[town.location] if listing.has_place else [],
            also_serves=[],
        )
        service.set_check_dates()
        return service

    def _facts(self, listing: Generated) -> dict[str, Any]:
        facts = facts_of(listing, self.today)
        del facts["country_id"]
        return facts

    def _parts(self, listing: Generated) -> dict[str, list]:
        hours = opening_hours(listing.offer.hours, listing.dice)
        return {
            "translations": [
                ServiceTranslation(language=language, **vars(self._richer(listing, language, texts)))
                for language, texts in translations(listing).items()
            ],
            "languages": _in_order(ServiceLanguage, languages_of(listing)),
            "contacts": _in_order(ServiceContact, ways_to_reach(listing)),
            "credentials": _in_order(Credential, credentials_of(listing)),
            "schedules": [ServiceSchedule(**vars(row), closes_next_day=row.closes_next_day) for row in hours],
        }

    def _richer(self, listing: Generated, language: str, texts: Texts) -> Texts:
        """With a name of its own, and as long as texts are that many people wrote."""
        dice = Dice(f"{listing.key}/{language}")
        further = [
            dice.pick(f"further-{turn}", self._offers).texts[language].text
            for turn in range(dice.number("further", 0, MOST_FURTHER_TEXTS))
        ]
        name = f"{texts.name} {invented(dice, language)}" if dice.chance("named", 0.4) else texts.name
        description = " ".join([texts.description, invented(dice, language), *further])
        return replace(texts, name=name, description=description)

    def _town(self, number: int) -> Town:
        dice = Dice(f"{self.seed}/organization/{number}")
        house = dice.pick("house", self._houses)
        city = self._city(house.country, dice)
        names = {language: city.name_in(language) for language in content.places()[house.cities[0]].names}
        place = replace(content.places()[house.cities[0]], names=names)
        house = replace(house, name=f"{house.name} {invented(dice, house.language or 'en')}")
        organization = Organization(
            pk=number + 1,
            name=house.name,
            description=house.about,
            website=website(house),
            email=email(house),
            import_source=SOURCE,
            external_id=dice.key,
            contacts=[],
        )
        return Town(house, place, city, organization, self._location(number, house, place, city))

    def _location(self, number: int, house: House, place: Place, city: City) -> Location:
        """What is shown of it follows the first listing of the organization."""
        dice = Dice(f"{self.seed}/location/{number}")
        first = Generated(
            house, dice.pick("offer", self._offers), place, everywhere=False, variant=0, line=1, position=0
        )
        fields = location_of(replace(first, name=dice.key), city)
        fields |= {
            "latitude": round(city.latitude + dice.number("north", -300, 300) / 10_000, 5),
            "longitude": round(city.longitude + dice.number("east", -300, 300) / 10_000, 5),
        }
        hours = opening_hours("office", dice) if fields["visibility"] == "full" else []
        schedules = [LocationSchedule(**vars(row), closes_next_day=row.closes_next_day) for row in hours]
        return Location(
            pk=number + 1,
            organization_id=number + 1,
            import_source=SOURCE,
            external_id=dice.key,
            contacts=[],
            schedules=schedules,
            **fields,
        )

    def _city(self, country: str, dice: Dice) -> City:
        """The larger the city, the more is there."""
        cities, weights = self._cities[country]
        return Random(dice.key).choices(cities, cum_weights=weights)[0]  # noqa: S311 - chance, not secrets

    @cached_property
    def _cities(self) -> dict[str, tuple[list[City], list[float]]]:
        found: dict[str, list[City]] = {}
        for city in City.objects.filter(country_code__in=content.countries()).order_by("pk"):
            found.setdefault(city.country_code, []).append(city)
        return {
            code: (cities, list(accumulate(math.sqrt(city.population) for city in cities)))
            for code, cities in found.items()
        }

    @cached_property
    def _countries(self) -> dict[str, Country]:
        return Country.objects.in_bulk()

    @cached_property
    def _needs(self) -> dict[str, Need]:
        return {need.slug: need for need in Need.objects.all()}


def _in_order(model: type, values: Iterable[object]) -> list:
    return [model(**vars(value), sort_order=place) for place, value in enumerate(values)]
