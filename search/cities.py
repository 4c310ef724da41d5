"""The cities this process has met. They never change while the site runs: a migration fills their table."""

from collections.abc import Iterable

from directory.models import City

_met: dict[str, City] = {}


def meet(cities: Iterable[City]) -> None:
    _met.update((city.slug, city) for city in cities)


def known_cities(slugs: Iterable[str]) -> dict[str, City]:
    """Those of the slugs that are cities; asks the database for the ones it has not met."""
    wanted = set(slugs)
    missing = wanted.difference(_met)
    if missing:
        meet(City.objects.filter(slug__in=missing))
    return {slug: _met[slug] for slug in wanted if slug in _met}
