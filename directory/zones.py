"""Which time zone a place's clock shows, where nobody said."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from directory.models import Location


def zone_of(location: "Location") -> str:
    """The place's own, else its city's, else that of the country's largest city."""
    in_city = location.city.timezone if location.city else ""
    return location.timezone or in_city or zone_of_country(location.country_id)


@cache
def zone_of_country(code: str | None) -> str:
    """That of its largest city; "" when it has none. Cities never change while the site runs."""
    from directory.models import City

    zones = City.objects.filter(country_code=code).order_by("-population").values_list("timezone", flat=True)
    return zones.first() or ""
