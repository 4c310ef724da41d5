"""The places of the fictional organizations: real cities, streets that many towns have."""

from typing import Any

from directory.demo.content import House, Place, countries, notes
from directory.demo.dice import Dice
from directory.demo.plan import Planned, houses_of
from directory.enums import LocationVisibility, WheelchairAccess
from directory.models import City

WHEELCHAIR = (WheelchairAccess.YES, WheelchairAccess.YES, WheelchairAccess.PARTLY, WheelchairAccess.NO, "")
# About 1.5 km to every side of the middle of the city.
SPREAD = 15
STEP = 0.001
HIDDEN_NOTE = "The address is known to the night shift only. Never write it in a message."


def location_key(listing: Planned) -> str:
    return f"{listing.house.slug}/{listing.place.slug}/{listing.offer.visibility}"


def location_of(listing: Planned, city: City) -> dict[str, Any]:
    """The fields of a Location; what is hidden has a street too, which nobody outside may ever see."""
    house, place, dice = listing.house, listing.place, Dice(location_key(listing))
    is_hidden = listing.offer.visibility == LocationVisibility.HIDDEN
    return {
        "name": house.name if listing.offer.visibility == LocationVisibility.FULL else "",
        "address_1": street(house, place, dice),
        "postal_code": place.postcode,
        "city": city,
        "country_id": place.country,
        "latitude": round(city.latitude + STEP * dice.number("north", -SPREAD, SPREAD), 5),
        "longitude": round(city.longitude + STEP * dice.number("east", -SPREAD, SPREAD), 5),
        "wheelchair": dice.pick("wheelchair", WHEELCHAIR),
        "transportation": "" if is_hidden else dice.pick("way", notes()["transport"][listing.language]),
        "visibility": listing.offer.visibility,
        "internal_note": HIDDEN_NOTE if is_hidden else "",
    }


def street(house: House, place: Place, dice: Dice) -> str:
    """Neighbours do not share a house: streets are dealt out in turn."""
    streets = countries()[place.country].streets
    turn = houses_of(place.slug).index(house.slug) + dice.number("street", 0, len(streets) - 1)
    return streets[turn % len(streets)]
