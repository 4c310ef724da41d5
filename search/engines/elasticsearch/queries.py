"""From what somebody asks to what Elasticsearch is asked: pure, so that it can be read without a server.

Scores are whole numbers, made of constants alone: every copy of the index gives the same ones, whatever was
deleted from it, and so the same order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log1p
from typing import Any

from django.utils import timezone
from elasticsearch.dsl import Search, query
from elasticsearch.dsl.function import SF

from search.engines.cells import EVERYWHERE
from search.engines.elasticsearch.document import minute
from search.engines.elasticsearch.texts import Words, among, holds, weighs, weighs_in_text
from search.engines.ranking import CALLED_SO, READABLE
from search.engines.selection import CIRCLE
from search.query import Kind, Order, Point, Query
from search.text import Term

SCORE_STEPS = 1_000
# More values than any kind has: the world's cities are the most.
MOST_VALUES = 40_000
# Of more listings than these, a sample tells how rare a word is: reading all takes longer than the search.
LARGE = 200_000
FOUND, COUNTED, FOR_EVERYWHERE = "found", "counted", "for_everywhere"
# Less than one step of a score: it orders equals only.
_PHRASE = 0.25


@dataclass(frozen=True)
class Asked:
    """A query with all that has to be looked up elsewhere.

    Each of `phrases` has to stand in a listing as it is; what holds `wanted` comes sooner, what is called
    `name` first. `rarity` says how much a term tells; one term alone needs none.
    """

    query: Query
    now: datetime
    words: tuple[Words, ...] = ()
    wanted: tuple[Words, ...] = ()
    phrases: tuple[str, ...] = ()
    name: str = ""
    origin: Point | None = None
    rarity: Mapping[Term, float] | None = None

    @property
    def narrowing(self) -> dict[str, Any]:
        """A filter for each kind that narrows; a circle takes the place of the city's border."""
        kinds: list[str] = [kind for kind in Kind if self.query.chosen(kind)]
        if self.origin and self.query.radius_km is not None:
            kinds = [*(kind for kind in kinds if kind != Kind.CITY), CIRCLE]
        return {kind: self._filter(kind) for kind in kinds}

    @property
    def is_ranked(self) -> bool:
        """Whether relevance orders it: also where there is no point to be near to."""
        order = self.query.order
        return order is Order.BEST or (order is Order.NEAREST and self.origin is None)

    @property
    def hidden(self) -> list[Any]:
        """What `Service.objects.published()` would not show at that moment: few, and so found fast."""
        today = timezone.localdate(self.now).toordinal()
        return [
            query.Range(hidden_on={"lte": today}),
            query.Range(shown_from={"gt": today}),
            query.Range(expires_at={"lte": int(self.now.timestamp() * 1_000_000)}),
        ]

    def _filter(self, kind: str) -> Any:
        if kind == CIRCLE and self.origin:
            return query.GeoDistance(distance=f"{self.query.radius_km}km", points=_place(self.origin))
        if kind == Kind.OPEN_NOW:
            return open_at(self.now)
        values = list(self.query.chosen(Kind(kind)))
        return among(kind, [*values, EVERYWHERE] if kind == Kind.COUNTRY else values)


def page(asked: Asked, begin: int, size: int) -> Search:
    """One page with its total and every count, in one request."""
    narrowing = asked.narrowing
    search = ordered(asked).extra(from_=begin, size=size, track_total_hits=True)
    found = search.aggs.bucket(FOUND, "filter", all_of(asked))
    for kind in Kind:
        if kind in narrowing:
            others = query.Bool(filter=all_but(narrowing, kind))
            _count(search.aggs.bucket(without(kind), "filter", others), asked, kind)
        else:
            _count(found, asked, kind)
    return search.post_filter(all_of(asked)) if narrowing else search


def ordered(asked: Asked) -> Search:
    """Everything that anything is counted over, best first."""
    search = Search().extra(_source=False)
    last: list[Any] = [{"verified_on": "desc"}, {"service_id": "asc"}]
    if asked.is_ranked:
        return search.query(_scored(asked)).sort("_score", *last)
    search = search.query(query.Bool(filter=[*_counted(asked), *_held(asked)], must_not=asked.hidden))
    if asked.query.order is Order.RECENT or not asked.origin:
        return search.sort(*last)
    away: Any = {"points": _place(asked.origin), "order": "asc", "unit": "km", "mode": "min"}
    return search.sort({"_geo_distance": away}, *last)


def best(asked: Asked, size: int) -> Search:
    """The first of those that are found, and no count of anything."""
    search = ordered(asked).extra(size=size, track_total_hits=False)
    return search.post_filter(all_of(asked)) if asked.narrowing else search


def rarities(words: Iterable[Words], of: int) -> Search:
    """How many listings hold each term, of how many; hidden ones too, as in the database engine."""
    search = Search().extra(size=0, track_total_hits=True)
    if of > LARGE:
        search = search.query(query.Bool(filter=[query.Term(is_sample=True)]))
    search.aggs.bucket(COUNTED, "filters", filters=_numbered(map(holds, words)))
    return search


def rarity(holding: int, of: int) -> float:
    return log1p(of / (1 + holding))


def called(asked: Asked, terms: Iterable[Term], most: int) -> Search:
    """Listings with all of the terms among their names that the query's choices leave out."""
    named = [among("names.folded", list(term.forms)) for term in terms]
    left_out = query.Bool(filter=named, must_not=[*asked.hidden, all_of(asked)])
    return Search().query(left_out).extra(_source=False, size=most).sort("service_id")


def totals(several: Sequence[Asked]) -> Search:
    """How many each of them would find."""
    search = Search().query(query.Bool(must_not=several[0].hidden)).extra(size=0)
    search.aggs.bucket(COUNTED, "filters", filters=_numbered(map(_conditions, several)))
    return search


def all_of(asked: Asked) -> Any:
    return query.Bool(filter=list(asked.narrowing.values()))


def all_but(narrowing: Mapping[str, Any], kind: str) -> list[Any]:
    return [condition for name, condition in narrowing.items() if name != kind]


def open_at(now: datetime) -> Any:
    return query.Term(open_now=minute(now))


def _numbered(filters: Iterable[Any]) -> dict[str, Any]:
    return {str(number): each for number, each in enumerate(filters)}


def _conditions(asked: Asked) -> Any:
    """What it takes to be found, but to be shown."""
    return query.Bool(filter=[*_held(asked), *asked.narrowing.values()])


def _held(asked: Asked) -> list[Any]:
    phrases = [query.MatchPhrase(phrases=phrase) for phrase in asked.phrases]
    return [*map(holds, asked.words), *phrases]


def _scored(asked: Asked) -> Any:
    """What the reader can read counts more; what is called so comes before everything."""
    readable = SF({"filter": query.Term(readable_in=asked.query.language), "weight": READABLE})
    scored = query.FunctionScore(query=_told(asked), functions=[readable], boost_mode="multiply")
    first = [*_called_so(asked), *_as_written(asked.query)]
    return query.Bool(must=[scored], should=first) if first else scored


def _told(asked: Asked) -> Any:
    """What is found, by what it says of the words."""
    step = SCORE_STEPS / max(1, len(asked.words) + len(asked.wanted))
    worth = {
        words.term: step * (asked.rarity or {}).get(words.term, 1.0) for words in asked.wanted + asked.words
    }
    language = asked.query.language
    telling = [weighs(words, worth[words.term], language) for words in asked.words]
    # A choice that the word names narrows already: what counts is who says it in own words as well.
    sooner = [
        weighing(words, worth[words.term] / 2, language)
        for words in asked.wanted
        for weighing in (weighs, weighs_in_text)
    ]
    everything = [query.ConstantScore(filter=query.MatchAll(), boost=SCORE_STEPS)]
    phrases = [query.MatchPhrase(phrases=phrase) for phrase in asked.phrases]
    return query.Bool(
        must=telling or ([] if sooner else everything),
        should=sooner,
        minimum_should_match=0,
        # Of nothing but what may be there, one has to be.
        filter=[*_counted(asked), *phrases] or [query.MatchAll()],
        must_not=asked.hidden,
    )


def _called_so(asked: Asked) -> list[Any]:
    if not asked.name:
        return []
    called = query.Term(**{"names.folded": asked.name})
    return [query.ConstantScore(filter=called, boost=CALLED_SO * SCORE_STEPS)]


def _counted(asked: Asked) -> list[Any]:
    """What fails two kinds of choice is neither found nor counted."""
    conditions = list(asked.narrowing.values())
    if len(conditions) <= 1:
        return []
    return [query.Bool(should=conditions, minimum_should_match=len(conditions) - 1)]


def _as_written(asked: Query) -> list[Any]:
    """Among equals, what holds the words as they were written, in the reader's language, comes first."""
    if len(asked.text.split()) == 1 or not asked.text:
        return []
    fields = [f"names.{asked.language}", f"summaries.{asked.language}"]
    held = query.MultiMatch(query=asked.text, fields=fields, type="phrase")
    return [query.ConstantScore(filter=held, boost=_PHRASE)]


def without(kind: Kind) -> str:
    """Where the choices of a kind are counted of which something is chosen: among what the others leave."""
    return f"without_{kind}"


def _count(within: Any, asked: Asked, kind: Kind) -> None:
    if kind is Kind.OPEN_NOW:
        within.bucket(kind.value, "filter", open_at(asked.now))
        return
    within.bucket(kind.value, "terms", field=kind.value, size=MOST_VALUES)
    if kind is Kind.COUNTRY:
        everywhere = within.bucket(FOR_EVERYWHERE, "filter", query.Term(country=EVERYWHERE))
        everywhere.bucket(kind.value, "terms", field=kind.value, size=MOST_VALUES)


def _place(point: Point) -> dict[str, float]:
    return {"lat": point.latitude, "lon": point.longitude}
