"""What the index keeps of a listing: its mapping, and how it is made from the entries of the database.

Matching is done on the same folded terms as the database engine's, so that both find the same listings.
Beside them stand names and summaries in each language, read by that language's own analyzer.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.conf import settings
from elasticsearch.dsl import Document, mapped_field
from elasticsearch.dsl.field import Boolean, GeoPoint, IntegerRange, Keyword, Long, Object, Text

from search.engines.openings import opening_spans
from search.models import Entry, EntryCard, EntryPhrases, EntryText
from search.query import Kind

ANALYZERS = {"fa": "persian", "ar": "arabic", "en": "english", "fr": "french", "de": "german"}
LANGUAGES = [language for language, _name in settings.LANGUAGES]
# "Open now" is answered from the spans of the coming days; the worker renews them well before they end.
DAYS_OF_HOURS = 14
SECONDS_A_MINUTE = 60
# Of so many listings one speaks for the others where a large index is asked how rare a word is.
SPOKEN_FOR = 64

_SETS = (Kind.COUNTRY, Kind.CITY, Kind.NEEDS, Kind.LANGUAGES, Kind.DELIVERY, Kind.AUDIENCE)
_TICKS = (Kind.FREE, Kind.NO_PAPERS)
_NUMBERS = ("verified_on", "shown_from", "hidden_on", "expires_at")


def _folded() -> Any:
    """Terms that are folded and stemmed already: there is nothing left to analyze, and a term counts once."""
    return Text(analyzer="whitespace", norms=False, index_options="docs", copy_to="anywhere")


def _in_each_language() -> Any:
    """`folded` holds the terms of all languages."""
    own = {language: Text(analyzer=ANALYZERS[language], norms=False) for language in LANGUAGES}
    return Object(properties={"folded": _folded(), **own})


class Listing(Document):
    """Days and moments as `search.models.Entry` has them."""

    service_id: int = mapped_field(Long())
    is_sample: bool = mapped_field(Boolean(doc_values=False))
    names: Any = mapped_field(_in_each_language())
    summaries: Any = mapped_field(_in_each_language())
    phrases: str = mapped_field(Text(analyzer="whitespace", norms=False))
    descriptions: str = mapped_field(_folded())
    anywhere: str = mapped_field(Text(analyzer="whitespace", norms=False, index_options="docs"))
    country: str = mapped_field(Keyword())
    city: str = mapped_field(Keyword())
    needs: str = mapped_field(Keyword())
    languages: str = mapped_field(Keyword())
    delivery: str = mapped_field(Keyword())
    audience: str = mapped_field(Keyword())
    free: str = mapped_field(Keyword())
    no_papers: str = mapped_field(Keyword())
    open_now: Any = mapped_field(IntegerRange(doc_values=False))
    points: Any = mapped_field(GeoPoint())
    readable_in: str = mapped_field(Keyword())
    verified_on: int = mapped_field(Long())
    shown_from: int = mapped_field(Long())
    hidden_on: int = mapped_field(Long())
    expires_at: int = mapped_field(Long())


def mapping() -> dict[str, Any]:
    """The source is not kept: cards come from the database, and so does a new index."""
    declared = Listing._doc_type.mapping.to_dict()  # noqa: SLF001 - dsl has no other way without a server
    return {**declared, "dynamic": "strict", "_source": {"enabled": False}}


def document(entry: Entry, text: EntryText, phrases: EntryPhrases, card: EntryCard) -> dict[str, Any]:
    made: dict[str, Any] = {"service_id": entry.service_id}
    made |= {kind.value: getattr(entry, kind).split() for kind in (*_SETS, *_TICKS)}
    made |= {name: getattr(entry, name) for name in _NUMBERS}
    made["is_sample"] = entry.service_id % SPOKEN_FOR == 0
    made["readable_in"] = entry.readable_in.split()
    made["points"] = [_point(point) for point in entry.points.split()]
    made["open_now"] = _spans(entry.open_now, datetime.now(UTC).date().toordinal())
    made["names"] = {"folded": text.names, **_in_languages(card.document["name"])}
    made["summaries"] = {"folded": text.summaries, **_in_languages(card.document["summary"])}
    made["descriptions"] = text.descriptions
    made["phrases"] = phrases.words
    return made


def nothing_left(service_id: int) -> dict[str, Any]:
    """Of a listing that is gone: never shown, but its version stays, so that no older one comes back."""
    return {"service_id": service_id, "hidden_on": 0}


def minute(moment: datetime) -> int:
    """Hours begin and end with a minute."""
    return int(moment.timestamp() // SECONDS_A_MINUTE)


def _in_languages(texts: Mapping[str, str]) -> dict[str, str]:
    return {language: texts[language] for language in LANGUAGES if language in texts}


def _point(written: str) -> dict[str, float]:
    latitude, longitude = map(float, written.split(","))
    return {"lat": latitude, "lon": longitude}


@lru_cache(maxsize=5_000)
def _spans(cell: str, today: int) -> list[dict[str, int]]:
    return list(_spans_from(cell, today)) if cell else []


def _spans_from(cell: str, today: int) -> Iterator[dict[str, int]]:
    """Hours may have begun the day before, on clocks that are a day behind."""
    first = datetime.fromordinal(today).date() - timedelta(days=2)
    days = [first + timedelta(days=ahead) for ahead in range(DAYS_OF_HOURS + 2)]
    for opens, closes in opening_spans(cell, days):
        # An hour that the clocks skip can leave nothing of a span.
        if opens < closes:
            yield {"gte": int(opens // SECONDS_A_MINUTE), "lt": int(closes // SECONDS_A_MINUTE)}
