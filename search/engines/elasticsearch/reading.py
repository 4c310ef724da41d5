"""What Elasticsearch counted, as the results page needs it."""

from collections.abc import Mapping
from typing import Any

from search.engines.base import Choice
from search.engines.cells import EVERYWHERE
from search.engines.elasticsearch.queries import COUNTED, FOR_EVERYWHERE, FOUND, without
from search.query import YES, Kind, Query


def facets(query: Query, aggregations: Mapping[str, Any]) -> dict[Kind, tuple[Choice, ...]]:
    found = aggregations[FOUND]
    return {
        kind: _choices(query.chosen(kind), _counts(kind, aggregations.get(without(kind), found)))
        for kind in Kind
    }


def totals(aggregations: Mapping[str, Any]) -> list[int]:
    """In the order in which they were asked for."""
    buckets = aggregations[COUNTED]["buckets"]
    return [buckets[str(number)]["doc_count"] for number in range(len(buckets))]


def _choices(chosen: tuple[str, ...], counts: Mapping[str, int]) -> tuple[Choice, ...]:
    choices = (Choice(value, count, value in chosen) for value, count in counts.items() if count)
    return tuple(sorted(choices, key=lambda choice: (-choice.count, choice.value)))


def _counts(kind: Kind, counted: Mapping[str, Any]) -> dict[str, int]:
    if kind is Kind.OPEN_NOW:
        return {YES: counted[kind]["doc_count"]}
    counts = _by_value(counted[kind])
    if kind is not Kind.COUNTRY:
        return counts
    # What serves everywhere serves every country, but alone is no reason to offer one.
    counts.pop(EVERYWHERE, None)
    everywhere = counted[FOR_EVERYWHERE]
    named_too = _by_value(everywhere[kind])
    return {
        value: count - named_too.get(value, 0) + everywhere["doc_count"] for value, count in counts.items()
    }


def _by_value(terms: Mapping[str, Any]) -> dict[str, int]:
    return {bucket["key"]: bucket["doc_count"] for bucket in terms["buckets"]}
