"""Names of countries and languages, in any of the site's languages, as codes."""

from functools import cache

from babel import Locale
from django.conf import settings

from directory import names
from directory.imports.cells.text import matching

# ISO 639-2 codes that HSDS 1.1 uses, and what people call Persian.
_LANGUAGE_ALIASES = {
    "farsi": "fa", "dari": "prs", "kurmanji": "kmr", "sorani": "ckb", "per": "fa", "fas": "fa", "ara": "ar",
    "eng": "en", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "spa": "es", "urd": "ur", "tur": "tr",
    "rus": "ru", "ukr": "uk", "pus": "ps", "kur": "ku", "pol": "pl", "chi": "zh", "zho": "zh",
}  # fmt: skip
_COUNTRY_ALIASES = {"usa": "US", "uk": "GB", "united kingdom of great britain and northern ireland": "GB"}


def language_code(text: str) -> str | None:
    """ "de", "German", "Deutsch", "آلمانی" → "de"; of "pt-BR" the language only."""
    word = matching(text)
    if not word:
        return None
    head = text.strip().replace("_", "-").partition("-")[0].casefold()
    return _languages().get(word) or (head if head in names.language_codes() else None)


def country_code(text: str) -> str | None:
    """ "DE", "Germany", "Allemagne", "آلمان" → "DE"."""
    code = text.strip().upper()
    return code if code in names.country_codes() else _countries().get(matching(text))


@cache
def _languages() -> dict[str, str]:
    known = names.language_codes()
    found: dict[str, str] = {}
    for locale in _locales():
        for code, name in locale.languages.items():
            if code in known:
                found.setdefault(matching(name), code)
    return found | {word: code for word, code in _LANGUAGE_ALIASES.items() if code in known}


@cache
def _countries() -> dict[str, str]:
    known = names.country_codes()
    found: dict[str, str] = dict(_COUNTRY_ALIASES)
    for locale in _locales():
        for code, name in locale.territories.items():
            if code in known:
                found.setdefault(matching(name), code)
    return found


def _locales() -> list[Locale]:
    return [Locale.parse(code, sep="-") for code, _name in settings.LANGUAGES]
