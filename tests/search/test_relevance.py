"""The answers to the judged set do not become worse. `make relevance` shows them one by one."""

from collections.abc import Iterator

import pytest

from search import engines
from tests.search.relevance.judgements import LANGUAGES, judged_set
from tests.search.relevance.running import Answer, Figures, answers_of

# A little under what is measured; raised with every gain.
NDCG, RECALL, SUCCESS = 0.91, 0.92, 0.955
NOTHING_TO_FIND = 0.97
# How far a language may lie under the mean of all.
BEHIND = 0.05


@pytest.fixture(scope="module")
def answers(made_once) -> Iterator[list[Answer]]:
    with made_once("demonstration"):
        yield answers_of(engines.of_database(), judged_set())


def test_people_find_what_they_need(answers):
    figures = Figures.of(answers)
    assert figures.ndcg >= NDCG
    assert figures.recall >= RECALL
    assert figures.success >= SUCCESS


def test_whoever_asks_for_what_is_not_here_is_not_led_astray(answers):
    assert Figures.of(answers).nothing >= NOTHING_TO_FIND


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_is_far_behind(answers, language):
    own = Figures.of(answer for answer in answers if answer.judged.language == language)
    assert own.ndcg >= Figures.of(answers).ndcg - BEHIND


def test_every_judged_query_was_asked(answers):
    assert [answer.judged for answer in answers] == list(judged_set())
