"""The columns of the spreadsheet, and the words that may stand in those with a closed vocabulary."""

import re
from functools import cache

from django.conf import settings
from django.db import models
from django.utils.translation import override

from directory.imports.cells.text import matching
from directory.models import Service

LANGUAGES = [code for code, _name in settings.LANGUAGES]
TRANSLATED = ("name", "summary")
PLAIN = [
    "id",
    "organization",
    "name",
    "summary",
    "description",
    "language",
    "needs",
    "country",
    "countries_served",
    "city",
    "languages",
    "delivery",
    "phone",
    "email",
    "url",
    "cost",
    "documents_required",
    "verified_on",
]
COLUMNS = frozenset([*PLAIN, *(f"{column}_{language}" for language in LANGUAGES for column in TRANSLATED)])
REQUIRED = ("id", "organization", "name", "country")
EVERYWHERE = "*"
DELIVERY = {"in_person": "in_person", "phone": "by_phone", "video": "by_video", "online_chat": "by_chat"}

_SEPARATORS = re.compile(r"[;؛،\n]")


def listed(text: str) -> list[str]:
    """The items of a cell, in order, each once."""
    return list(dict.fromkeys(item for part in _SEPARATORS.split(text) if (item := part.strip())))


def choice(choices: type[models.TextChoices], text: str) -> str | None:
    """The value that the text is or names, in any of the site's languages."""
    return _words(choices).get(matching(text))


def delivery(text: str) -> str | None:
    """The field of a listing that this way of delivery ticks."""
    return _ways().get(matching(text))


@cache
def _words(choices: type[models.TextChoices]) -> dict[str, str]:
    words: dict[str, str] = {}
    for language in LANGUAGES:
        with override(language):
            words |= {matching(str(member.label)): member.value for member in choices}
    return words | {matching(member.value): member.value for member in choices}


@cache
def _ways() -> dict[str, str]:
    ways: dict[str, str] = {}
    for language in LANGUAGES:
        with override(language):
            ways |= {matching(str(field.verbose_name)): field.name for field in _ticked()}
    return ways | {matching(word): name for word, name in DELIVERY.items()}


def _ticked() -> list[models.Field]:
    return [field for field in Service._meta.concrete_fields if field.name in DELIVERY.values()]
