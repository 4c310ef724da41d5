"""When nothing fits: what to leave out and what that gives, then help from afar, then numbers to call."""

from dataclasses import dataclass
from datetime import datetime

from directory.public import ListingCard, card
from directory.vocabulary import Hotline, Vocabulary
from search.addresses import address
from search.engines import Engine, Relaxation
from search.labels import Labels
from search.query import Delivery, Query

MOST_SUGGESTIONS = 6
MOST_REMOTE = 5
FROM_AFAR = (Delivery.CHAT.value, Delivery.PHONE.value, Delivery.VIDEO.value)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`label` is what is left out."""

    label: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class HotlinesOf:
    country: str
    numbers: tuple[Hotline, ...]


@dataclass(frozen=True, slots=True)
class NothingFound:
    suggestions: tuple[Suggestion, ...]
    remote: tuple[ListingCard, ...]
    hotlines: tuple[HotlinesOf, ...]


def nothing_found(
    engine: Engine, query: Query, words: Vocabulary, labels: Labels, now: datetime
) -> NothingFound:
    wider = engine.relaxations(query, now=now)[:MOST_SUGGESTIONS]
    afar = Query(language=query.language, country=query.country, needs=query.needs, delivery=FROM_AFAR)
    remote = engine.search(afar, now=now, size=MOST_REMOTE)
    return NothingFound(
        suggestions=tuple(_suggestion(relaxation, query, labels) for relaxation in wider),
        remote=tuple(card(hit.document, words, now) for hit in remote.hits),
        hotlines=tuple(
            HotlinesOf(words.countries[code], words.hotlines[code])
            for code in query.country
            if code in words.countries and code in words.hotlines
        ),
    )


def _suggestion(relaxation: Relaxation, query: Query, labels: Labels) -> Suggestion:
    return Suggestion(_left_out(relaxation.query, query, labels), address(relaxation.query), relaxation.total)


def _left_out(wider: Query, query: Query, labels: Labels) -> str:
    kept = set(wider.choices())
    dropped = [labels.label(kind, value) for kind, value in query.choices() if (kind, value) not in kept]
    if wider.text != query.text:
        words = set(wider.text.split())
        dropped.append("“{}”".format(" ".join(word for word in query.text.split() if word not in words)))
    if query.near and not wider.near:
        dropped.append(labels.near)
    return " + ".join(dropped)
