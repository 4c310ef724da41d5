"""The judged set as values.

A judgement is a list of rules for each grade: 3 is exactly what was asked, 2 helps, 1 is related.
A rule holds for a listing when each of its conditions does; several values of one condition are alternatives.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from tests.search.relevance.listings import Listing

FOLDER = Path(__file__).parent.parent / "judgements"
LANGUAGES = ("fa", "ar", "en", "fr", "de")
GRADES = (3, 2, 1)


class Part(StrEnum):
    """When a query was judged: the later ones were written before anybody looked how they are answered."""

    FIRST = "."
    SECOND = "second"
    # Nobody looks at one of these answers while search is changed: only their mean says what a stranger gets.
    UNSEEN = "unseen"
    # Nor at these, which docs/search.md tells one by one, with what came first.
    TOLD = "told"
    # Told as well, asked in a browser on a phone, and in none of the figures.
    PHONE = "phone"


LOOKED_AT = frozenset({Part.FIRST, Part.SECOND})
MEASURED = (Part.FIRST, Part.SECOND, Part.UNSEEN, Part.TOLD)


CONDITIONS = {"name", "house", "offer", "city", "needs", "country", "speaks", "delivery", "audience", "cost"}


class Kind(StrEnum):
    EXACT_NAME = "exact name"
    TOPIC = "topic"
    INFLECTED_FORM = "inflected form"
    TYPO = "typo"
    SYNONYM = "synonym"
    LETTER_VARIANTS = "letter variants"
    OTHER_LANGUAGE = "other language"
    WHOLE_SENTENCE = "whole sentence"
    PREFIX = "prefix"
    PLACE = "place"
    NOTHING_TO_FIND = "nothing to find"


@dataclass(frozen=True)
class Rule:
    conditions: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, written: Mapping[str, str | list[str]]) -> "Rule":
        if unknown := set(written) - CONDITIONS:
            raise ValueError(f"no such condition: {', '.join(sorted(unknown))}")
        if not written:
            raise ValueError("a rule without conditions would hold for every listing")
        return cls(
            {key: frozenset([value] if isinstance(value, str) else value) for key, value in written.items()}
        )

    def holds(self, listing: Listing) -> bool:
        return all(
            wanted.intersection(facts_of(listing, condition)) for condition, wanted in self.conditions.items()
        )


@dataclass(frozen=True)
class Judged:
    """What somebody who reads in `language` typed, and what helps them."""

    text: str
    language: str
    kind: Kind
    grades: Mapping[int, tuple[Rule, ...]]
    part: Part = Part.FIRST

    @classmethod
    def of(cls, language: str, written: Mapping[str, Any], part: Part = Part.FIRST) -> "Judged":
        text = written.get("text", "").strip()
        try:
            kind, grades = Kind(written["kind"]), _grades(written)
            _refuse_nonsense(written, kind, grades)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{language}, {text!r}: {error}") from error
        return cls(text, language, kind, grades, part)

    def grade(self, listing: Listing) -> int:
        return next((grade for grade in GRADES if any(rule.holds(listing) for rule in self.grades[grade])), 0)


@cache
def judged_set(*parts: Part) -> tuple[Judged, ...]:
    """Of those parts; of all that is measured, unless some are named."""
    return tuple(_read(parts or MEASURED))


def _read(parts: Iterable[Part]) -> Iterator[Judged]:
    for part, language in product(parts, LANGUAGES):
        content = tomllib.loads((FOLDER / part / f"{language}.toml").read_text(encoding="utf-8"))
        for written in content["query"]:
            yield Judged.of(language, written, part)


def facts_of(listing: Listing, condition: str) -> frozenset[str]:
    """What the listing has to say to that condition."""
    fact = getattr(listing, condition)
    return frozenset([fact]) if isinstance(fact, str) else fact


def _grades(written: Mapping[str, Any]) -> dict[int, tuple[Rule, ...]]:
    return {grade: tuple(map(Rule.of, written.get(str(grade), ()))) for grade in GRADES}


def _refuse_nonsense(written: Mapping[str, Any], kind: Kind, grades: Mapping[int, tuple[Rule, ...]]) -> None:
    if unknown := set(written) - {"text", "kind", *map(str, GRADES)}:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    if bool(grades[3] or grades[2]) == (kind is Kind.NOTHING_TO_FIND):
        raise ValueError("something has to help, unless there is nothing to find")
