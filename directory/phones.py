"""Numbers that a phone can dial: E.164, or a short number of one country such as 116 123."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# What the database accepts as well: see the constraint on Contact.
SHORT_LENGTHS = range(2, 7)
DIALABLE = r"^(\+[1-9][0-9]{6,14}|[0-9]{2,6})$"


def dialable(written: str, region: str | None) -> tuple[str, str]:
    """The number to dial and the extension ("" if none) of a number as people write it.

    `region` is the ISO code of the country whose national numbers are understood.
    Raises ValidationError when no phone could dial it.
    """
    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        raise _not_dialable(written) from None
    extension = number.extension or ""
    if not written.strip().startswith(("+", "00", "＋")) and _is_short(number, region):
        return phonenumbers.national_significant_number(number), extension
    if not phonenumbers.is_possible_number(number):
        raise _not_dialable(written)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), extension


def readable(dialled: str) -> str:
    """The number grouped as people read it: +49 30 2312 5000; as it is where nobody knows how."""
    if not dialled.startswith("+"):
        return f"{dialled[:3]} {dialled[3:]}" if len(dialled) == len("116123") else dialled
    try:
        number = phonenumbers.parse(dialled)
    except phonenumbers.NumberParseException:
        return dialled
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _is_short(number: phonenumbers.PhoneNumber, region: str | None) -> bool:
    length = len(phonenumbers.national_significant_number(number))
    if region is None or length not in SHORT_LENGTHS:
        return False
    return phonenumbers.is_possible_short_number_for_region(number, region)


def _not_dialable(written: str) -> ValidationError:
    return ValidationError(
        _("“%(number)s” is not a number that a phone can dial. Write it like +49 30 1234567."),
        code="not_dialable",
        params={"number": written},
    )
