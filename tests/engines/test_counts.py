"""No count ever lies: thousands of random questions, held against a reading of every listing."""

from datetime import timedelta
from itertools import pairwise

import pytest
import time_machine
from django.utils import timezone

from search.engines import Results
from search.engines.origins import origin_of
from search.query import Order, Query
from tests.engines.in_use import current
from tests.engines.neighbourhood import Neighbourhood
from tests.engines.oracle import Oracle

pytestmark = pytest.mark.django_db

LISTINGS = 150
QUESTIONS = 500
# Now; a little later, when some have expired; over the weekend; when pauses and check dates have passed.
MOMENTS = [timedelta(0), timedelta(hours=7), timedelta(days=2, hours=14), timedelta(days=4)]


def check(query: Query, oracle: Oracle, results: Results) -> None:
    found = oracle.found(query)
    assert results.total == len(found), query
    counted = {
        kind: {choice.value: choice.count for choice in found} for kind, found in results.facets.items()
    }
    assert counted == oracle.facets(query), query
    assert {hit.service_id for hit in results.hits} <= found, query
    assert len(results.hits) == min(20, results.total), query
    origin = origin_of(query)
    if origin and query.order is Order.NEAREST:
        away = [oracle.distance_km(hit.service_id, origin) for hit in results.hits]
        assert all(near <= far + 0.05 for near, far in pairwise(away)), query


@pytest.mark.parametrize("later", MOMENTS, ids=str)
def test_every_count_is_right_at_every_moment(later: timedelta) -> None:
    place = Neighbourhood(seed=int(later.total_seconds()))
    place.fill(LISTINGS)
    with time_machine.travel(timezone.now() + later, tick=False):
        oracle, engine = Oracle(), current()
        totals = set()
        for query in place.queries(QUESTIONS):
            results = engine.search(query)
            check(query, oracle, results)
            totals.add(results.total)
    assert len(totals) > 20


def test_every_count_is_right_after_changes() -> None:
    place = Neighbourhood(seed=5)
    place.fill(LISTINGS // 2)
    place.change_some(60)
    oracle, engine = Oracle(), current()
    for query in place.queries(QUESTIONS):
        check(query, oracle, engine.search(query))


def test_what_a_choice_promises_is_what_choosing_it_gives() -> None:
    place = Neighbourhood(seed=6)
    place.fill(60)
    engine = current()
    for query in place.queries(40):
        for kind, choices in engine.search(query).facets.items():
            for choice in choices:
                chosen = query.without(kind).choosing(kind, choice.value)
                in_circle = chosen.radius_km is not None and chosen.city
                assert in_circle or engine.search(chosen).total == choice.count, (query, choice)


def test_what_can_be_given_up_gives_what_it_promises() -> None:
    place = Neighbourhood(seed=7)
    place.fill(100)
    engine, offered = current(), 0
    for query in place.queries(150):
        for relaxation in engine.relaxations(query):
            offered += 1
            found = engine.search(relaxation.query).total
            assert found == relaxation.total > engine.search(query).total, (query, relaxation)
    assert offered > 50


def test_pages_follow_each_other_without_gap_or_repeat() -> None:
    place = Neighbourhood(seed=8)
    place.fill(90)
    engine = current()
    for order in Order:
        query = Query(order=order, city=() if order is Order.BEST else ("hamburg",), radius_km=2000)
        pages = [engine.search(query.on_page(number)).hits for number in range(1, 7)]
        ids = [hit.service_id for page in pages for hit in page]
        assert len(ids) == len(set(ids)) == engine.search(query).total
