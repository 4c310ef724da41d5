"""What is close to a question: help that does not fit every word, and still helps from where somebody is.

Asked only where little fits exactly, and shown below it, never mixed in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from search.engines.cells import EVERYWHERE
from search.query import Delivery, Kind, Query
from search.understanding import Knowledge, Understood

# With so many listings nobody needs others.
ENOUGH = 10
FROM_AFAR = (Delivery.CHAT.value, Delivery.PHONE.value, Delivery.VIDEO.value)
_NOT_WISHES = frozenset({Kind.NEEDS, Kind.CITY, Kind.COUNTRY})


def close_to(
    asked: Query, query: Query, understood: Sequence[Understood], knowledge: Knowledge
) -> Iterator[Query]:
    """Wider queries, the closest first. What somebody chose by hand is kept in each of them."""
    own = {kind for kind in Kind if query.chosen(kind) and not asked.chosen(kind)}
    if not query.needs or asked.city or asked.near:
        return
    plain = _without(replace(query, text="", wanted=f"{query.wanted} {query.text}"), own - _NOT_WISHES)
    country = query.country or tuple(filter(None, map(knowledge.country_of.get, query.city)))[:1]
    anywhere = replace(plain, city=(), country=country)
    named = " ".join(each.words for each in understood if each.kind is Kind.CITY)
    if named:
        # Places whose address is secret are in no city; their texts may still say which one they are near to.
        yield replace(anywhere, text=named)
    yield plain
    if Kind.COUNTRY not in own and asked.country:
        return
    if country:
        yield replace(anywhere, country=(EVERYWHERE,))
        yield replace(anywhere, delivery=FROM_AFAR)
    if broader := _broader(query.needs, knowledge.lexicon.broader):
        yield replace(plain, needs=broader)
    if country:
        yield anywhere


def _without(query: Query, kinds: set[Kind]) -> Query:
    for kind in kinds:
        query = query.without(kind)
    return query


def _broader(needs: Sequence[str], broader: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({broader[need] for need in needs if need in broader}))
