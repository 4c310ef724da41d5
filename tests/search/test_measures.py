"""The measures say of answers what their names promise."""

import pytest

from tests.search.relevance.measures import ndcg, recall, success


def test_the_best_order_is_worth_one_and_no_answer_nothing():
    assert ndcg([3, 3, 2, 1], there_are=[1, 2, 3, 3]) == pytest.approx(1)
    assert ndcg([], there_are=[3]) == 0


def test_what_is_not_relevant_costs_by_pushing_the_rest_down():
    assert ndcg([0, 3], there_are=[3]) == pytest.approx(0.6309, abs=0.0001)
    assert ndcg([3, 0, 0], there_are=[3]) == pytest.approx(1)


def test_an_exact_answer_weighs_more_than_a_related_one():
    assert ndcg([3, 1], there_are=[3, 1]) > ndcg([1, 3], there_are=[3, 1])


def test_only_ten_answers_count():
    assert ndcg([0] * 10 + [3], there_are=[3]) == 0
    assert ndcg([3] * 10, there_are=[3] * 30) == pytest.approx(1)


def test_recall_is_the_part_of_the_helpful_that_fits_on_the_page():
    assert recall([3, 0, 2], there_are=[3, 2, 2, 2, 1]) == pytest.approx(0.5)
    assert recall([3] * 10, there_are=[3] * 30) == 1
    assert recall([1], there_are=[3, 1]) == 0


def test_success_is_a_first_answer_that_helps():
    assert [success(found) for found in ([3], [2, 0], [1, 3], [0, 3], [])] == [1, 1, 0, 0, 0]
