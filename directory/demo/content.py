"""The texts and facts of data/*.toml as frozen values."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class CountryFacts:
    code: str
    check_every_days: int
    hide_after_days: int
    language: str
    emergency: dict[str, list[str]]
    streets: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A city, and the block of phone numbers that nobody answers there."""

    slug: str
    country: str
    names: dict[str, str]
    phone: str
    digits: int
    postcode: str


@dataclass(frozen=True)
class OfferTexts:
    names: tuple[str, ...]
    summaries: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Offer:
    """A kind of help. Its first summary names no city; of the others each fits any number of cities."""

    slug: str
    texts: dict[str, OfferTexts]
    needs: tuple[str, ...]
    delivery: tuple[str, ...]
    cost: str
    papers: str
    hours: str
    apply: tuple[str, ...]
    audience: tuple[str, ...] = ()
    visibility: str = "full"
    ages: tuple[int, ...] = ()
    profession: str = ""
    places: str = ""
    legal_status: str = ""


@dataclass(frozen=True)
class House:
    """A fictional organization; `offers` are written offer@city, its first city left out."""

    slug: str
    country: str
    name: str
    about: str
    cities: tuple[str, ...]
    speaks: tuple[str, ...]
    offers: tuple[str, ...]
    also: tuple[str, ...] = ()
    other: str = ""
    language: str = ""


@cache
def countries() -> dict[str, CountryFacts]:
    return {
        code: CountryFacts(code=code, **_frozen(facts)) for code, facts in _read("countries.toml").items()
    }


@cache
def places() -> dict[str, Place]:
    return {slug: Place(slug=slug, **facts) for slug, facts in _read("cities.toml").items()}


@cache
def offers() -> dict[str, Offer]:
    read = (_read(f"offers/{path.name}") for path in sorted((DATA / "offers").glob("*.toml")))
    return {slug: _offer(slug, facts) for content in read for slug, facts in content.items()}


@cache
def houses() -> dict[str, House]:
    return {
        slug: House(slug=slug, country=code, **_frozen(facts))
        for code in countries()
        for slug, facts in _read(f"organizations/{code.lower()}.toml").items()
    }


@cache
def ways() -> dict[str, dict[str, list[str]]]:
    """How one gets help: for each way, sentences by language."""
    return _read("ways.toml")


@cache
def notes() -> dict[str, dict[str, list[str]]]:
    """Short remarks by subject and language."""
    return _read("notes.toml")


def _offer(slug: str, facts: dict[str, Any]) -> Offer:
    texts = {key: OfferTexts(**_frozen(value)) for key, value in facts.items() if isinstance(value, dict)}
    traits = {key: value for key, value in facts.items() if not isinstance(value, dict)}
    return Offer(slug=slug, texts=texts, **_frozen(traits))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _frozen(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in facts.items()}
