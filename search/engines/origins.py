"""The point from which distances are measured."""

from functools import lru_cache

from directory.models import City
from search.query import Point, Query


def origin_of(query: Query) -> Point | None:
    """The point somebody gave, else the middle of the city they chose."""
    if query.near:
        return query.near
    return _middle_of(query.city[0]) if query.city else None


@lru_cache(maxsize=2_000)
def _middle_of(city: str) -> Point | None:
    # Cities do not move: a migration fills their table, nobody edits it.
    found = City.objects.filter(slug=city).values_list("latitude", "longitude").first()
    return Point(*found) if found else None
