"""When a listing must be checked again, and when it may no longer be shown: the country's rule."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from directory.enums import CheckStatus

if TYPE_CHECKING:
    from directory.models import Country

# For listings that serve everywhere and stand under no country.
CHECK_EVERY_DAYS = 180
HIDE_AFTER_DAYS = 90
# So long before a check is due, editors see it coming.
NOTICE = timedelta(days=14)


@dataclass(frozen=True)
class CheckDates:
    due_on: date
    hide_on: date


def check_dates(verified_on: date | None, entered_on: date, country: "Country | None") -> CheckDates:
    """A listing never checked is due from the day it was entered, and hides no sooner than others."""
    every = timedelta(days=country.check_every_days if country else CHECK_EVERY_DAYS)
    grace = timedelta(days=country.hide_after_days if country else HIDE_AFTER_DAYS)
    last_known = verified_on or entered_on
    due_on = last_known + every if verified_on else entered_on
    return CheckDates(due_on=due_on, hide_on=last_known + every + grace)


def check_status(due_on: date, hide_on: date, today: date) -> CheckStatus:
    if hide_on <= today:
        return CheckStatus.HIDDEN
    if due_on < today:
        return CheckStatus.OVERDUE
    return CheckStatus.DUE if due_on <= today + NOTICE else CheckStatus.CHECKED
