"""What is close to a question: help that does not fit every word, and still helps from where somebody is.

Asked only where little fits exactly, and shown below it, never mixed in. Whoever chose something by hand is
given that and nothing else: what each choice promised is what it gives.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from search.engines.cells import EVERYWHERE
from search.query import FROM_AFAR, Kind, Query
from search.understanding import Knowledge, Understood

# With so many listings nobody needs others.
ENOUGH = 10
_NOT_WISHES = frozenset({Kind.NEEDS, Kind.CITY, Kind.COUNTRY})


def close_to(query: Query, understood: Sequence[Understood], knowledge: Knowledge) -> Iterator[Query]:
    """Wider queries than that one, in which nothing was chosen by hand; the closest first."""
    if not query.needs and (query.text or not query.city):
        return
    plain = _without_wishes(replace(query, text="", wanted=f"{query.wanted} {query.text}"))
    country = query.country or tuple(filter(None, map(knowledge.country_of.get, query.city)))[:1]
    anywhere = replace(plain, city=(), country=country)
    if city := " ".join(each.words for each in understood if each.kind is Kind.CITY):
        # Places whose address is secret are in no city; their texts may still say which one they are near to.
        yield replace(anywhere, text=city)
    yield plain
    yield from _from_afar(anywhere)
    if broader := _broader(query.needs, knowledge.lexicon.broader):
        yield replace(plain, needs=broader)
    if country:
        yield anywhere


def _from_afar(query: Query) -> Iterator[Query]:
    if query.country and query.needs:
        yield replace(query, country=(EVERYWHERE,))
        yield replace(query, delivery=FROM_AFAR)


def _without_wishes(query: Query) -> Query:
    for kind in set(Kind) - _NOT_WISHES:
        query = query.without(kind)
    return query


def _broader(needs: Sequence[str], broader: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({broader[need] for need in needs if need in broader}))
