"""Who speaks what at a listing, and who vouches for its professionals."""

from dataclasses import dataclass

from directory.demo.content import notes
from directory.demo.plan import Planned
from directory.demo.translating import NAMES_ITS_CITY
from directory.enums import SpokenBy

BY_INTERPRETER = ("fa", "ar", "ku", "ckb", "ps", "ti", "so", "uk", "ru", "tr", "ur", "fr", "en", "es")
INTERPRETERS_AT_MOST = 3
# Whoever works with words or over the phone has all of an organization's languages at hand.
ALL_AT_HAND = 0.6


@dataclass(frozen=True)
class Spoken:
    code: str
    spoken_by: SpokenBy


@dataclass(frozen=True)
class Vouched:
    profession: str
    regulator: str
    registration_number: str


def languages_of(listing: Planned) -> list[Spoken]:
    house = listing.house
    always, others = house.speaks[:2], house.speaks[2:]
    by_staff = [*always, *(code for code in others if listing.dice.chance(f"speaks-{code}", ALL_AT_HAND))]
    wanted = listing.dice.number("interpreters", 0, INTERPRETERS_AT_MOST)
    asked = (listing.dice.pick(f"interpreter-{turn}", BY_INTERPRETER) for turn in range(wanted))
    by_interpreter = [code for code in dict.fromkeys(asked) if code not in by_staff]
    return [
        *(Spoken(code, SpokenBy.STAFF) for code in by_staff),
        *(Spoken(code, SpokenBy.INTERPRETER) for code in by_interpreter),
    ]


def credentials_of(listing: Planned) -> list[Vouched]:
    profession = listing.offer.profession
    if not profession:
        return []
    (regulator,) = notes()[f"regulator-{profession}"][listing.language]
    number = listing.dice.number("registration", 1000, 9999)
    city = listing.place.names[listing.language]
    return [
        Vouched(profession, regulator.replace(NAMES_ITS_CITY, city), f"{listing.place.country}-000{number}")
    ]
