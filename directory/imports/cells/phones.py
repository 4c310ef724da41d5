"""Phone numbers in a cell: one, several, with an extension, with letters, or none that could be dialled."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from phonenumbers import Leniency, PhoneNumberMatcher

from directory.imports.cells.text import western_digits
from directory.imports.problems import (
    PHONE_LETTERS,
    PHONE_SEVERAL,
    PHONE_SHORTENED,
    PHONE_UNUSABLE,
    Kind,
)
from directory.phones import dialable

_EXTENSION = re.compile(
    r"\b(extension|ext|durchwahl|poste|داخلی|داخلي|تحويلة|تحویله)\b[\s.:]*(?=\d)|\bx\s*(?=\d)", re.IGNORECASE
)
_SEPARATORS = re.compile(r"\b(or|and|oder|und|ou|et|یا|و|أو|او)\b", re.IGNORECASE)
# What Excel makes of a long number: its last digits are lost, and what is left can be dialled.
_SHORTENED = re.compile(r"\d([.,٫]\d+)?E\+?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    value: str
    extension: str = ""


@dataclass(frozen=True, slots=True)
class Phones:
    """`label` holds the text as it was written where it said more than the digits."""

    numbers: tuple[Number, ...] = ()
    label: str = ""
    problem: Kind | None = None


def read_phones(written: str, region: str | None) -> Phones:
    text = _EXTENSION.sub(" ext ", western_digits(written)).strip(" \"'")
    if _SHORTENED.fullmatch(text):
        return Phones(problem=PHONE_SHORTENED)
    numbers = _numbers(text, region)
    if not numbers:
        return Phones(problem=PHONE_UNUSABLE)
    if len(numbers) > 1:
        return Phones(numbers, written if _has_words(text) else "", PHONE_SEVERAL)
    if _has_words(text):
        return Phones(numbers, written, PHONE_LETTERS)
    return Phones(numbers)


def _numbers(text: str, region: str | None) -> tuple[Number, ...]:
    if whole := _dialable(text, region):
        return (whole,)
    matches = PhoneNumberMatcher(text, region, leniency=Leniency.POSSIBLE)
    found = (_dialable(match.raw_string, region) for match in matches)
    return tuple(dict.fromkeys(number for number in found if number))


def _dialable(text: str, region: str | None) -> Number | None:
    try:
        return Number(*dialable(text, region))
    except ValidationError:
        return None


def _has_words(text: str) -> bool:
    rest = _SEPARATORS.sub("", text.replace(" ext ", " "))
    return any(character.isalpha() for character in rest)
