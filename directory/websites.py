"""Addresses of websites: http or https, and nothing else."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

# What the database accepts as well: see the constraints on Contact and Organization.
STORED = r"^https?://[^\s]+$"

_is_address = URLValidator(schemes=["http", "https"])


def web_address(written: str) -> str:
    """As it is stored; keyboards of phones like to begin it with a capital letter.

    Raises ValidationError when it leads to no website.
    """
    written = written.strip()
    try:
        _is_address(written)
    except ValidationError:
        raise _no_website() from None
    scheme = urlsplit(written).scheme
    return scheme + written[len(scheme) :]


def _no_website() -> ValidationError:
    return ValidationError(
        _("A website begins with https:// or http://, like https://example.org."), code="no_website"
    )
