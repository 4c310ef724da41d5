"""One order on every engine: nobody's help moves up or down because of what the site runs on."""

import pytest

from search.engines import of_database
from search.query import Order, Query
from tests.engines.in_use import PUTS_PHRASES_FIRST, STEP_KM, current
from tests.engines.neighbourhood import Neighbourhood

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


def same_order(query: Query, one: list, other: list) -> bool:
    if query.order is Order.NEAREST:
        pairs = zip(one, other, strict=True)
        return all(
            a.service_id == b.service_id or abs((a.distance_km or 0) - (b.distance_km or 0)) <= STEP_KM
            for a, b in pairs
        )
    if PUTS_PHRASES_FIRST and len(query.text.split()) > 1:
        return True
    return one == other


def test_the_order_is_the_one_of_the_database() -> None:
    place = Neighbourhood(seed=11)
    place.fill(150)
    engine, compared = current(), 0
    for query in place.queries(400):
        found, expected = engine.search(query).hits, of_database().search(query).hits
        assert len(found) == len(expected)
        assert same_order(query, list(found), list(expected)), query
        compared += len(found) > 1
    assert compared > 60


def test_several_words_come_in_the_order_of_what_they_tell() -> None:
    """Rare words count more than common ones; phrases, of a language that the site has, are left out here."""
    place = Neighbourhood(seed=12)
    place.fill(150)
    engine = current()
    for text in ("Rechtsberatung Frauen", "refugees housing help", "وکیل پناهندگان"):
        query = Query(text=text, language="ku")
        found = [hit.service_id for hit in engine.search(query, size=200).hits]
        expected = [hit.service_id for hit in of_database().search(query, size=200).hits]
        assert len(found) == len(expected) > 0
        assert found == expected
