"""Where somebody reads what is written: countries with a caseworker."""

from casework.models import Caseworker
from directory.names import country_name


def team_choices() -> list[tuple[str, str]]:
    codes = Caseworker.objects.order_by("country").values_list("country", flat=True).distinct()
    return sorted(((code, country_name(code)) for code in codes), key=lambda choice: choice[1])
