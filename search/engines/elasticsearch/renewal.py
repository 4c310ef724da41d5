"""Coming opening hours are in the index for some days; long before they end they are written again."""

from secrets import randbelow
from time import time

_DAYS_BETWEEN, _DAYS_OF_SPREAD = 8, 3
_SECONDS_A_DAY = 86_400


def next_renewal() -> int:
    """In seconds since 1970; spread, so that not all are renewed on one day."""
    return int(time()) + _DAYS_BETWEEN * _SECONDS_A_DAY + randbelow(_DAYS_OF_SPREAD * _SECONDS_A_DAY)
