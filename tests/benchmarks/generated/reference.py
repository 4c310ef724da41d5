"""What a query has to find and count, entry by entry in plain Python: no columns, no full-text index."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from search.engines.openings import opening_spans
from search.models import ChoiceName, Entry, EntryText
from search.query import YES, Kind, Query
from search.text import Term, query_terms

EVERYWHERE = "*"
Counts = dict[Kind, Counter[str]]
FACTS = (*(kind.value for kind in Kind), "service_id", "shown_from", "hidden_on", "expires_at")


class Reference:
    """Counts several queries in one reading of the index."""

    def __init__(self, queries: Sequence[Query], now: datetime) -> None:
        self._now = now
        self._open: dict[str, bool] = {}
        self._names = {
            (kind, value): frozenset(terms.split())
            for kind, value, terms in ChoiceName.objects.values_list("kind", "value", "terms")
        }
        self._asked = [(query, query_terms(query.text)) for query in queries]
        self._named = [[self._choices_named(term) for term in terms] for _query, terms in self._asked]
        self.totals = [0] * len(queries)
        self.facets: list[Counts] = [{kind: Counter() for kind in Kind} for _query in queries]
        self._everywhere: list[Counts] = [{kind: Counter() for kind in Kind} for _query in queries]

    def read(self) -> None:
        texts = EntryText.objects.order_by("pk").values_list("pk", "names", "summaries", "descriptions")
        words = iter(texts.iterator(chunk_size=5_000))
        for row in Entry.objects.order_by("pk").values(*FACTS).iterator(chunk_size=5_000):
            _pk, *columns = next(words)
            if self._is_shown(row):
                self._count(row, frozenset(" ".join(columns).split()))
        for counts, everywhere in zip(self.facets, self._everywhere, strict=True):
            self._serve_everywhere(counts[Kind.COUNTRY], everywhere[Kind.COUNTRY])

    def _is_shown(self, row: dict) -> bool:
        today = self._now.date().toordinal()
        is_alive = row["expires_at"] > self._now.timestamp() * 1_000_000
        return row["hidden_on"] > today >= row["shown_from"] and is_alive

    def _count(self, row: dict, words: frozenset[str]) -> None:
        values = {kind: frozenset(row[kind].split()) for kind in Kind}
        values[Kind.OPEN_NOW] = frozenset([YES]) if self._is_open(row[Kind.OPEN_NOW]) else frozenset()
        for number, (query, terms) in enumerate(self._asked):
            named = self._named[number]
            if not all(_holds(words, values, *pair) for pair in zip(terms, named, strict=True)):
                continue
            failed = [kind for kind in Kind if not _passes(values, query, kind)]
            self.totals[number] += not failed
            for kind in Kind if not failed else failed[:1] if len(failed) == 1 else ():
                self._count_choices(number, kind, values[kind])

    def _count_choices(self, number: int, kind: Kind, values: Iterable[str]) -> None:
        """Who serves everywhere serves each country, but alone is no reason to offer one."""
        is_everywhere = kind is Kind.COUNTRY and EVERYWHERE in values
        (self._everywhere if is_everywhere else self.facets)[number][kind].update(values)

    def _serve_everywhere(self, counts: Counter[str], everywhere: Counter[str]) -> None:
        total = everywhere.pop(EVERYWHERE, 0)
        for value in {*counts, *everywhere}:
            counts[value] += total

    def _is_open(self, cell: str) -> bool:
        if cell not in self._open:
            days = [date.fromordinal(self._now.toordinal() + ahead) for ahead in range(-2, 3)]
            moment = self._now.timestamp()
            self._open[cell] = any(opens <= moment < closes for opens, closes in opening_spans(cell, days))
        return self._open[cell]

    def _choices_named(self, term: Term) -> frozenset[tuple[str, str]]:
        return frozenset(choice for choice, words in self._names.items() if _is_among(term, words))


def _holds(words: frozenset[str], values: dict, term: Term, named: frozenset[tuple[str, str]]) -> bool:
    if _is_among(term, words):
        return True
    serves_everywhere = EVERYWHERE in values[Kind.COUNTRY]
    return any(
        value in values[Kind(kind)] or (kind == Kind.COUNTRY and serves_everywhere) for kind, value in named
    )


def _is_among(term: Term, words: frozenset[str]) -> bool:
    if not words.isdisjoint(term.forms):
        return True
    return bool(term.prefix) and any(word.startswith(term.prefix) for word in words)


def _passes(values: dict, query: Query, kind: Kind) -> bool:
    chosen = query.chosen(kind)
    if not chosen or (kind is Kind.COUNTRY and EVERYWHERE in values[kind]):
        return True
    return not values[kind].isdisjoint(chosen)
