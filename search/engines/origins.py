"""The point from which distances are measured."""

from search.cities import known_cities
from search.query import Point, Query


def origin_of(query: Query) -> Point | None:
    """The point somebody gave, else the middle of the city they chose; several have no middle."""
    if query.near:
        return query.near
    city = known_cities(query.city).get(query.city[0]) if len(query.city) == 1 else None
    return Point(city.latitude, city.longitude) if city else None
