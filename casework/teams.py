"""Where somebody reads what is written: countries with a caseworker."""

from casework.models import Caseworker
from directory.names import country_choices


def team_choices() -> list[tuple[str, str]]:
    answering = Caseworker.objects.at_work()
    return country_choices(set(answering.values_list("country", flat=True)))
