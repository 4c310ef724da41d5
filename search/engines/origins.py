"""The point from which distances are measured."""

from search.cities import known_cities
from search.query import Point, Query


def origin_of(query: Query) -> Point | None:
    """The point somebody gave, else the middle of the city they chose."""
    if query.near:
        return query.near
    cities = known_cities(query.city[:1]).values()
    return next((Point(city.latitude, city.longitude) for city in cities), None)
