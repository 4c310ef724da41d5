"""When a listing was checked, in words."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import override

from appearance.digits import in_digits_of


@lru_cache(maxsize=5_000)
def trust(verified_on: date | None, reader: str, *, is_overdue: bool) -> str:
    with override(reader):
        if verified_on is None:
            return _("Not checked by us yet. Call first.")
        day = {"date": readable_date(verified_on, reader)}
        if is_overdue:
            return _("Last checked on %(date)s. Call first: something may have changed.") % day
        return _("Checked on %(date)s") % day


@lru_cache(maxsize=5_000)
def readable_date(day: date, reader: str) -> str:
    """Of the calendar that offices and letters go by where people now live, in Persian as well.

    Iran and Afghanistan count the same solar years but call the months by different names; the
    Gregorian date is one that both read alike.
    """
    return in_digits_of(reader, format_date(day, "long", locale=reader))
