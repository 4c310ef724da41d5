"""What the front page offers besides its own texts."""

from dataclasses import dataclass

from appearance.alphabet import alphabetical
from directory.names import country_name
from directory.vocabulary import Vocabulary
from search import engines
from search.parameters import querystring
from search.query import Kind, Query


@dataclass(frozen=True)
class NeedTile:
    """`search` is the part of an address that asks for this need."""

    icon: str
    name: str
    search: str


def needs(words: Vocabulary) -> list[NeedTile]:
    return [
        NeedTile(need.icon, need.name, querystring(Query(needs=(need.slug,)))) for need in words.broad_needs
    ]


@dataclass(frozen=True)
class CountryTile:
    """`code` is that of the address: in small letters."""

    code: str
    name: str
    count: int


def countries(language: str) -> list[CountryTile]:
    """Where there is something to find, with the number that a search there gives."""
    found = engines.current().search(Query(language=language), size=0).facets.get(Kind.COUNTRY, ())
    tiles = [
        CountryTile(choice.value.lower(), country_name(choice.value, language), choice.count)
        for choice in found
    ]
    return sorted(tiles, key=lambda tile: alphabetical(tile.name, language))
