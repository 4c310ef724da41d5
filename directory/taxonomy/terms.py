"""The terms as they stand in needs/*.toml: in each file a broad need, then the narrower ones below it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "needs"
BROAD_NEEDS = (
    "safety",
    "housing",
    "counselling",
    "legal",
    "interpreting",
    "health",
    "documents",
    "money",
    "food",
    "family",
    "work",
    "education",
)


@dataclass(frozen=True)
class Wording:
    name: str
    description: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Term:
    slug: str
    broader: str
    icon: str
    order: int
    wordings: dict[str, Wording]


def every_term() -> Iterator[Term]:
    """All terms, a broader one before its narrower ones."""
    for place, broad in enumerate(BROAD_NEEDS, start=1):
        content = tomllib.loads((FOLDER / f"{broad}.toml").read_text(encoding="utf-8"))
        icon = content.pop("icon")
        for position, (slug, languages) in enumerate(content.items()):
            yield Term(
                slug=slug,
                broader="" if slug == broad else broad,
                icon=icon,
                order=place * 100 + position,
                wordings={language: _wording(texts) for language, texts in languages.items()},
            )


def _wording(texts: dict[str, Any]) -> Wording:
    return Wording(texts["name"], texts["description"], tuple(texts["words"]))
