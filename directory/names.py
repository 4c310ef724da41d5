"""Names of countries, languages and time zones, from CLDR: nobody types them."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from zoneinfo import available_timezones

from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from appearance.alphabet import alphabetical

_ALPHA_2 = re.compile(r"[A-Z]{2}")


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


def country_name(code: str, language: str | None = None) -> str:
    return _country_name(code, language or get_language() or "en")


def language_name(code: str, language: str | None = None) -> str:
    return _language_name(code, language or get_language() or "en")


# A page of results says a hundred names; CLDR's tables take their time with each.
@lru_cache(maxsize=5_000)
def _country_name(code: str, language: str) -> str:
    return _locale(language).territories.get(code.upper(), code)


@lru_cache(maxsize=5_000)
def _language_name(code: str, language: str) -> str:
    return _locale(language).languages.get(code.replace("-", "_"), code)


@lru_cache(maxsize=1_000)
def variety_names(code: str, language: str) -> tuple[str, ...]:
    """What the varieties of a language are called that have names of their own: Dari is fa-AF."""
    named = _locale(language).languages
    return tuple(name for variety, name in named.items() if str(variety).startswith(f"{code}_"))


@cache
def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes that CLDR names."""
    return frozenset(code for code in map(str, _locale("en").territories) if _ALPHA_2.fullmatch(code)) - {
        "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ",
    }  # fmt: skip


@cache
def language_codes() -> frozenset[str]:
    """ISO 639 codes that CLDR names in English; without regions and scripts."""
    return frozenset(code for code in map(str, _locale("en").languages) if "_" not in code)


def country_choices(codes: Iterable[str] | None = None) -> list[tuple[str, str]]:
    """Those countries, or all of them, as a reader of the language in use looks for them."""
    wanted = country_codes() if codes is None else codes
    return by_name((code, country_name(code)) for code in wanted)


def language_choices() -> list[tuple[str, str]]:
    return by_name((code, language_name(code)) for code in language_codes())


def by_name(named: Iterable[tuple[str, str]], language: str | None = None) -> list[tuple[str, str]]:
    wanted = language or get_language() or "en"
    return sorted(named, key=lambda choice: alphabetical(choice[1], wanted))


def validate_country_code(value: str) -> None:
    if value not in country_codes():
        raise ValidationError(_("“%(code)s” is not the code of a country."), params={"code": value})


def validate_language_code(value: str) -> None:
    if value not in language_codes():
        raise ValidationError(_("“%(code)s” is not the code of a language."), params={"code": value})


def validate_timezone(value: str) -> None:
    if value not in available_timezones():
        raise ValidationError(
            _("“%(name)s” is not a time zone such as Europe/Berlin."), params={"name": value}
        )
