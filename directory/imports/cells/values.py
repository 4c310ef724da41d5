"""Dates, ages, coordinates, addresses of the web."""

import re
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

from directory.imports.cells.text import western_digits
from directory.websites import web_address

# Excel counts days from here; 60 is its 29 February 1900, which never was.
EXCEL_EPOCH = date(1899, 12, 30)
EXCEL_DAYS = range(20_000, 80_000)
# The Persian and the Islamic calendar write years like 1405 and 1448.
OLDEST_DAY = date(1900, 1, 1)
OLDEST = 150
LONGEST_URL = 500
NORTH_POLE, DATE_LINE = 90, 180

_is_email = EmailValidator()
_BARE_HOST = re.compile(r"[\w-]+(\.[\w-]+)+([/?#]\S*)?")


def read_date(text: str) -> str | None:
    """As YYYY-MM-DD; also from a time stamp, and from the number of a day in Excel."""
    text = western_digits(text).strip()
    if text.isdecimal() and int(text) in EXCEL_DAYS:
        return (EXCEL_EPOCH + timedelta(days=int(text))).isoformat()
    try:
        day = datetime.fromisoformat(text.replace("/", "-")).date()
    except ValueError:
        return None
    return day.isoformat() if day >= OLDEST_DAY else None


def read_age(text: str) -> int | None:
    match = re.fullmatch(r"(\d{1,3})(?:\.0+)?", western_digits(text).strip())
    return int(match[1]) if match and int(match[1]) <= OLDEST else None


def read_coordinates(latitude: str, longitude: str) -> tuple[float, float] | None:
    try:
        north, east = (float(western_digits(text).replace("٫", ".")) for text in (latitude, longitude))
    except ValueError:
        return None
    return (north, east) if abs(north) <= NORTH_POLE and abs(east) <= DATE_LINE else None


def read_email(text: str) -> str | None:
    text = text.strip().removeprefix("mailto:")
    try:
        _is_email(text)
    except ValidationError:
        return None
    return text


def read_url(text: str) -> str | None:
    """A web address; one without a scheme gets https."""
    text = text.strip()
    candidate = f"https://{text}" if _BARE_HOST.fullmatch(text) else text
    try:
        candidate = web_address(candidate)
    except ValidationError:
        return None
    return candidate if len(candidate) <= LONGEST_URL else None
