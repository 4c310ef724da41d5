"""The judged set is answered as well by Elasticsearch. tests/search/test_relevance.py asks the database."""

import pytest

from tests.engines.in_use import bring_up_to_date
from tests.search.relevance.judgements import judged_set
from tests.search.relevance.running import Figures, answers_of

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]

NDCG, SUCCESS, NOTHING_TO_FIND = 0.90, 0.85, 0.90
# `make relevance` asks them all; that takes minutes where two cores are shared with a cluster.
EVERY = 3


def test_people_find_what_they_need_and_nothing_where_nothing_is(demonstration) -> None:
    from search.engines.elasticsearch.engine import ElasticsearchEngine

    bring_up_to_date()
    figures = Figures.of(answers_of(ElasticsearchEngine.of_settings(), judged_set()[::EVERY]))
    assert figures.ndcg >= NDCG
    assert figures.success >= SUCCESS
    assert figures.nothing is not None
    assert figures.nothing >= NOTHING_TO_FIND
