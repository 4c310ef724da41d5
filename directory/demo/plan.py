"""Which organization offers what, and where: one plan for all machines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from directory.demo.content import House, Offer, Place, countries, houses, offers, places
from directory.demo.dice import Dice

EVERYWHERE = "everywhere"
REMOTE = {"phone", "video", "chat"}


@dataclass(frozen=True)
class Planned:
    """A listing to be. `variant` says which of an offer's wordings it uses, `line` its phone at the place."""

    house: House
    offer: Offer
    place: Place
    everywhere: bool
    variant: int
    line: int
    position: int

    @property
    def key(self) -> str:
        return f"{self.house.slug}/{self.offer.slug}/{EVERYWHERE if self.everywhere else self.place.slug}"

    @cached_property
    def dice(self) -> Dice:
        return Dice(self.key)

    @property
    def country(self) -> str:
        """ "" for a listing that serves everywhere and stands under no country."""
        return "" if self.everywhere else self.place.country

    @property
    def language(self) -> str:
        return self.house.language or countries()[self.house.country].language

    @property
    def delivery(self) -> set[str]:
        ways = set(self.offer.delivery)
        return ways & REMOTE if self.everywhere else ways

    @property
    def has_place(self) -> bool:
        return "in_person" in self.delivery


@cache
def planned() -> tuple[Planned, ...]:
    """All listings; those that serve everywhere get the wording that names no city."""
    asked = list(_asked())
    variants = _variants(asked)
    lines: Counter[str] = Counter()
    listings: list[Planned] = []
    for house, offer, city in asked:
        place = places()[house.cities[0] if city == EVERYWHERE else city]
        at_place = f"{house.slug}@{place.slug}"
        lines[at_place] += 1
        variant = variants[house.slug, offer.slug, city]
        listings.append(
            Planned(house, offer, place, city == EVERYWHERE, variant, lines[at_place], len(listings))
        )
    return tuple(listings)


@cache
def houses_of(city: str) -> tuple[str, ...]:
    """The organizations in a city, in the order in which they got their numbers."""
    return tuple(slug for slug, house in houses().items() if city in house.cities)


def _asked() -> Iterator[tuple[House, Offer, str]]:
    for house in houses().values():
        for written in house.offers:
            slug, _at, city = written.partition("@")
            yield house, offers()[slug], city or house.cities[0]


def _variants(asked: list[tuple[House, Offer, str]]) -> dict[tuple[str, str, str], int]:
    """An offer's first use takes its first wording; later ones take turns with those that name the city."""
    used: Counter[str] = Counter()
    variants = {}
    for house, offer, city in sorted(asked, key=lambda each: each[2] != EVERYWHERE):
        turn, number = used[offer.slug], len(offer.texts[_any_language(offer)].names)
        variants[house.slug, offer.slug, city] = 0 if turn == 0 else 1 + (turn - 1) % (number - 1)
        used[offer.slug] += 1
    return variants


def _any_language(offer: Offer) -> str:
    return next(iter(offer.texts))
