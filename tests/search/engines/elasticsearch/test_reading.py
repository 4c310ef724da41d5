"""What Elasticsearch counted, as the results page needs it."""

import pytest

from search.engines.base import Choice
from search.engines.cells import EVERYWHERE
from search.engines.elasticsearch.queries import COUNTED, FOR_EVERYWHERE, FOUND, without
from search.engines.elasticsearch.reading import facets, totals
from search.query import YES, Kind, Query


def terms(**counts: int) -> dict:
    return {"buckets": [{"key": key.replace("_", "-"), "doc_count": count} for key, count in counts.items()]}


def answer(query: Query, **counted: dict) -> dict:
    """An answer in which whatever is not said was counted as nothing."""
    found = {kind.value: terms() for kind in Kind} | {FOR_EVERYWHERE: {"doc_count": 0, "country": terms()}}
    found |= {Kind.OPEN_NOW.value: {"doc_count": 0}} | counted
    return {FOUND: found} | {without(kind): found for kind in Kind if query.chosen(kind)}


def choices(kind: Kind, query: Query = Query(), **counted: dict) -> tuple[Choice, ...]:  # noqa: B008 - frozen
    return facets(query, answer(query, **counted))[kind]


def test_every_kind_is_told_of_also_where_nothing_was_counted() -> None:
    assert facets(Query(), answer(Query())) == dict.fromkeys(Kind, ())


def test_the_most_frequent_choice_comes_first_and_of_equals_the_first_by_name() -> None:
    needs = terms(legal=3, food=5, asylum_law=3)
    assert [each.value for each in choices(Kind.NEEDS, needs=needs)] == ["food", "asylum-law", "legal"]


def test_a_choice_that_is_made_is_told_as_one() -> None:
    assert choices(Kind.NEEDS, Query(needs=("food",)), needs=terms(legal=3, food=1)) == (
        Choice("legal", 3),
        Choice("food", 1, is_chosen=True),
    )


def test_where_something_is_chosen_its_kind_is_counted_without_it_and_the_others_with_it() -> None:
    query = Query(needs=("food",))
    counted = answer(query, needs=terms(food=1), delivery=terms(phone=1))
    counted[without(Kind.NEEDS)] = {"needs": terms(food=1, legal=7)}
    told = facets(query, counted)
    assert {choice.value: choice.count for choice in told[Kind.NEEDS]} == {"food": 1, "legal": 7}
    assert {choice.value: choice.count for choice in told[Kind.DELIVERY]} == {"phone": 1}


def test_what_would_give_nothing_is_not_offered() -> None:
    assert choices(Kind.NEEDS, needs=terms(legal=0)) == ()
    assert choices(Kind.OPEN_NOW) == ()


def test_what_is_open_now_is_a_tick() -> None:
    assert choices(Kind.OPEN_NOW, Query(open_now=True), open_now={"doc_count": 4}) == (
        Choice(YES, 4, is_chosen=True),
    )


@pytest.mark.parametrize(
    ("everywhere", "named_too", "expected"),
    [(0, {}, {"DE": 5, "FR": 2}), (3, {}, {"DE": 8, "FR": 5}), (3, {"DE": 2}, {"DE": 6, "FR": 5})],
)
def test_what_serves_everywhere_counts_once_for_each_country(
    everywhere: int, named_too: dict, expected: dict
) -> None:
    country = {"buckets": [{"key": EVERYWHERE, "doc_count": everywhere}, *terms(DE=5, FR=2)["buckets"]]}
    for_everywhere = {"doc_count": everywhere, "country": terms(**named_too)}
    counted = choices(Kind.COUNTRY, country=country, **{FOR_EVERYWHERE: for_everywhere})
    assert {each.value: each.count for each in counted} == expected


def test_alone_it_is_no_reason_to_offer_a_country() -> None:
    country = {"buckets": [{"key": EVERYWHERE, "doc_count": 3}]}
    for_everywhere = {"doc_count": 3, "country": country}
    assert choices(Kind.COUNTRY, country=country, **{FOR_EVERYWHERE: for_everywhere}) == ()


def test_totals_come_in_the_order_in_which_they_were_asked_for() -> None:
    """As text, "10" would come before "2"."""
    buckets = {str(number): {"doc_count": 100 + number} for number in sorted(range(12), key=str)}
    assert totals({COUNTED: {"buckets": buckets}}) == [100 + number for number in range(12)]
