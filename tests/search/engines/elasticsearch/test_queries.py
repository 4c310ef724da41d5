"""What Elasticsearch is asked, read without a server."""

from datetime import UTC, datetime

import pytest

from search.engines.elasticsearch import queries
from search.engines.elasticsearch.document import mapping
from search.engines.elasticsearch.queries import Asked
from search.engines.elasticsearch.texts import Words
from search.query import Kind, Order, Point, Query
from search.text import Term, query_terms
from tests.search.engines.elasticsearch.scores import scores

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
    assert held_in(counted["without_country"]) == {"needs", "free"}
    assert held_in(counted["without_needs"]) == {"country", "free"}
    assert held_in(counted["without_free"]) == {"country", "needs"}
    assert held_in(counted["found"]) == {"country", "needs", "free"}


def test_kinds_of_which_nothing_is_chosen_are_counted_together() -> None:
    counted = page(country=("DE",), needs=("legal",), free=True)["aggs"]
    chosen = {"country", "needs", "free"}
    assert set(counted["found"]["aggs"]) == {str(kind) for kind in Kind} - chosen
    assert {kind for kind in chosen if kind in counted[f"without_{kind}"]["aggs"]} == chosen
    assert {str(kind) for kind in Kind} <= set(page()["aggs"]["found"]["aggs"])


def test_what_serves_everywhere_passes_for_each_country() -> None:
    narrowed = page(country=("DE",))["post_filter"]["bool"]["filter"]
    assert narrowed == [{"terms": {"country": ["DE", "*"]}}]


def test_a_circle_takes_the_place_of_the_citys_border() -> None:
    narrowed = page(city=("hamburg",), radius_km=25, origin=HAMBURG)["post_filter"]["bool"]["filter"]
    assert narrowed == [{"geo_distance": {"distance": "25km", "points": {"lat": 53.55, "lon": 10.0}}}]


def test_nothing_hidden_is_asked_for_even_where_nothing_is_chosen() -> None:
    today = NOON.date().toordinal()
    left_out = page()["query"]["function_score"]["query"]["bool"]["must_not"]
    assert left_out == [
        {"range": {"hidden_on": {"lte": today}}},
        {"range": {"shown_from": {"gt": today}}},
        {"range": {"expires_at": {"lte": int(NOON.timestamp() * 1_000_000)}}},
    ]
    assert page("lawyer", order=Order.RECENT)["query"]["bool"]["must_not"] == left_out
    assert queries.totals([asked("lawyer")]).to_dict()["query"]["bool"]["must_not"] == left_out


@pytest.mark.parametrize(("listings", "is_sampled"), [(430, False), (200_000, False), (1_000_000, True)])
def test_how_rare_a_word_is_a_sample_of_a_large_index_tells(listings: int, *, is_sampled: bool) -> None:
    words = [Words(term) for term in query_terms("asylum lawyer")]
    request = queries.rarities(words, of=listings).to_dict()
    assert ({"term": {"is_sample": True}} in request.get("query", {}).get("bool", {}).get("filter", [])) is (
        is_sampled
    )
    assert set(request["aggs"]["counted"]["filters"]["filters"]) == {"0", "1"}
    assert request["size"] == 0


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("origin", [None, HAMBURG])
def test_equals_come_in_one_order_always(order: Order, origin: Point | None) -> None:
    sort = page("lawyer", order=order, origin=origin)["sort"]
    assert sort[-2:] == [{"verified_on": "desc"}, {"service_id": "asc"}]
    assert ("_geo_distance" in str(sort)) == (order is Order.NEAREST and origin is not None)


def test_several_words_share_what_one_has_alone_and_the_rarer_says_more() -> None:
    terms = query_terms("asylum lawyers")
    rare = dict(zip(terms, (queries.rarity(3, 1000), queries.rarity(500, 1000)), strict=True))
    words = tuple(Words(term) for term in rare)
    scored = queries.page(Asked(Query(text="asylum lawyers"), NOON, words, rarity=rare), 0, 20).to_dict()
    first, second = scored["query"]["bool"]["must"][0]["function_score"]["query"]["bool"]["must"]
    best = [max(score for _clause, score in scores(each)) for each in (first, second)]
    alone = queries.page(Asked(Query(text="asylum"), NOON, words[:1]), 0, 20).to_dict()
    [needed] = alone["query"]["function_score"]["query"]["bool"]["must"]
    assert best[0] > best[1]
    assert best[1] < max(score for _clause, score in scores(needed)) < best[0]


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
