"""What Elasticsearch is asked, read without a server."""

from datetime import UTC, datetime

import pytest

from search.engines.elasticsearch import queries
from search.engines.elasticsearch.document import mapping
from search.engines.elasticsearch.queries import Asked
from search.engines.elasticsearch.texts import Words
from search.query import Kind, Order, Point, Query
from search.text import Term, query_terms

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HAMBURG = Point(53.55, 10.0)


def asked(text: str = "", origin: Point | None = None, **choices: object) -> Asked:
    words = tuple(Words(term) for term in query_terms(text))
    return Asked(Query(text=text, **choices), NOON, words, origin=origin)


def page(*args: str, **choices: object) -> dict:
    return queries.page(asked(*args, **choices), 0, 20).to_dict()


def held_in(aggregation: dict) -> set[str]:
    """The fields that narrow what is counted."""
    conditions = aggregation["filter"].get("bool", {}).get("filter", [])
    return {field for condition in conditions for part in condition.values() for field in part}


def test_each_kind_is_counted_without_its_own_choice_in_the_one_request() -> None:
    counted = page(country=("DE",), needs=("legal",), free=True)["aggs"]
    assert set(counted) == {str(kind) for kind in Kind}
    assert held_in(counted["country"]) == {"needs", "free"}
    assert held_in(counted["needs"]) == {"country", "free"}
    assert held_in(counted["free"]) == {"country", "needs"}
    assert held_in(counted["languages"]) == {"country", "needs", "free"}


def test_what_serves_everywhere_passes_for_each_country() -> None:
    narrowed = page(country=("DE",))["post_filter"]["bool"]["filter"]
    assert narrowed == [{"terms": {"country": ["DE", "*"]}}]


def test_a_circle_takes_the_place_of_the_citys_border() -> None:
    narrowed = page(city=("hamburg",), radius_km=25, origin=HAMBURG)["post_filter"]["bool"]["filter"]
    assert narrowed == [{"geo_distance": {"distance": "25km", "points": {"lat": 53.55, "lon": 10.0}}}]


def test_nothing_hidden_is_asked_for_even_where_nothing_is_chosen() -> None:
    conditions = page()["query"]["function_score"]["query"]["bool"]["filter"]
    assert {field for condition in conditions for field in condition["range"]} == {
        "hidden_on",
        "shown_from",
        "expires_at",
    }


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("origin", [None, HAMBURG])
def test_equals_come_in_one_order_always(order: Order, origin: Point | None) -> None:
    sort = page("lawyer", order=order, origin=origin)["sort"]
    assert sort[-2:] == [{"verified_on": "desc"}, {"service_id": "asc"}]
    assert ("_geo_distance" in str(sort)) == (order is Order.NEAREST and origin is not None)


def test_scores_are_whole_numbers_that_no_copy_of_the_index_adds_up_differently() -> None:
    rare = {term: queries.rarity(3, 1000) for term in query_terms("asylum lawyers")}
    words = tuple(Words(term, named=frozenset({(Kind.NEEDS, "legal")})) for term in rare)
    scored = queries.page(Asked(Query(text="asylum"), NOON, words, rarity=rare), 0, 20).to_dict()
    needed = scored["query"]["function_score"]["query"]["bool"]["must"]
    boosts = [clause["constant_score"]["boost"] for each in needed for clause in each["dis_max"]["queries"]]
    assert len(boosts) > len(words)
    assert all(boost == int(boost) > 0 for boost in boosts)


def test_what_may_have_been_meant_counts_less_than_what_was_written() -> None:
    term = Term(forms=("lawyer",), prefix="", near=("layer",))
    clauses = queries.page(Asked(Query(text="lawyer"), NOON, (Words(term),)), 0, 20).to_dict()
    [needed] = clauses["query"]["function_score"]["query"]["bool"]["must"]
    boost = {
        word: clause["constant_score"]["boost"]
        for clause in needed["dis_max"]["queries"]
        for field, words in clause["constant_score"]["filter"].get("terms", {}).items()
        if field == "anywhere"
        for word in words
    }
    assert boost["layer"] < boost["lawyer"]


def test_a_text_that_the_reader_cannot_read_tells_less_and_a_choice_that_is_named_does_not() -> None:
    words = Words(Term(forms=("lawyer",), prefix=""), named=frozenset({(Kind.NEEDS, "legal")}))
    asked_in_persian = Asked(Query(text="lawyer", language="fa"), NOON, (words,))
    scored = queries.page(asked_in_persian, 0, 20).to_dict()["query"]["function_score"]["query"]
    [needed] = scored["bool"]["must"]
    clauses = [clause["constant_score"] for clause in needed["dis_max"]["queries"]]
    readable = [each["boost"] for each in clauses if "readable_in" in str(each)]
    unreadable = [each["boost"] for each in clauses if "terms" in each["filter"] and "needs" not in str(each)]
    [named] = [each["boost"] for each in clauses if "needs" in str(each)]
    assert max(unreadable) < named < max(readable)
    assert len(readable) == len(unreadable)


def test_what_is_called_so_comes_before_anything_that_only_tells_of_it() -> None:
    called = Asked(Query(text="lawyer"), NOON, (Words(Term(("lawyer",), "")),), name="·lawyer")
    [first] = queries.page(called, 0, 20).to_dict()["query"]["bool"]["should"]
    assert first["constant_score"]["filter"] == {"term": {"names.folded": "·lawyer"}}
    assert first["constant_score"]["boost"] >= 500_000


def test_what_is_quoted_has_to_stand_there_as_it_is() -> None:
    quoted = Asked(
        Query(text='"old harbour"'), NOON, (Words(Term(("old",), "")),), phrases=(" old harbour ",)
    )
    conditions = queries.page(quoted, 0, 20).to_dict()["query"]
    assert "match_phrase" in str(conditions)


def test_every_language_of_the_site_is_read_by_its_own_analyzer() -> None:
    fields = mapping()["properties"]["names"]["properties"]
    assert {name: field["analyzer"] for name, field in fields.items()} == {
        "folded": "whitespace",
        "fa": "persian",
        "ar": "arabic",
        "en": "english",
        "fr": "french",
        "de": "german",
    }
