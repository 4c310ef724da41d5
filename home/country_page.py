"""What there is in one country: the numbers to call, and each kind of help with how much there is of it."""

from dataclasses import dataclass

from directory.vocabulary import Hotline, Vocabulary
from search.addresses import address
from search.engines import Engine
from search.query import Kind, Query


@dataclass(frozen=True, slots=True)
class NeedCount:
    icon: str
    name: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class CountryPage:
    name: str
    code: str
    total: int
    all_url: str
    hotlines: tuple[Hotline, ...]
    needs: tuple[NeedCount, ...]


def country_page(code: str, words: Vocabulary, engine: Engine) -> CountryPage:
    query = Query(language=words.language, country=(code,))
    results = engine.search(query, size=0)
    counted = {choice.value: choice.count for choice in results.facets[Kind.NEEDS]}
    return CountryPage(
        name=words.countries[code],
        code=code,
        total=results.total,
        all_url=address(query),
        hotlines=words.hotlines.get(code, ()),
        needs=tuple(
            NeedCount(
                need.icon, need.name, address(query.choosing(Kind.NEEDS, need.slug)), counted[need.slug]
            )
            for need in words.broad_needs
            if need.slug in counted
        ),
    )
