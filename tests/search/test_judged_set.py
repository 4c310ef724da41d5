"""The judged set is worth believing: large, spread over kinds and languages, true of the demonstration."""

from collections import Counter

import pytest

from search.text import fold
from tests.search.relevance.judgements import LANGUAGES, Judged, Kind, Part, Rule, facts_of, judged_set
from tests.search.relevance.listings import Listing, visible_listings


@pytest.fixture(scope="module")
def listings(made_once):
    with made_once("demonstration"):
        yield visible_listings()


def test_there_are_forty_queries_or_more_in_each_language():
    counts = Counter(judged.language for judged in judged_set(*Part))
    assert set(counts) == set(LANGUAGES)
    assert min(counts.values()) >= 40


def test_every_kind_is_asked_in_every_language():
    counts = Counter((judged.language, judged.kind) for judged in judged_set(*Part))
    few = {(language, kind) for language in LANGUAGES for kind in Kind if counts[language, kind] < 3}
    assert not few


def test_no_query_is_asked_twice_in_a_language():
    counts = Counter((judged.language, fold(judged.text)) for judged in judged_set(*Part))
    assert [query for query, count in counts.items() if count > 1] == []


def test_something_helps_whoever_does_not_look_for_nothing(listings):
    for judged in judged_set(*Part):
        if judged.kind is not Kind.NOTHING_TO_FIND:
            assert any(judged.grade(listing) >= 2 for listing in listings), (judged.language, judged.text)


def test_rules_speak_of_what_there_is(listings):
    """A slug that no listing has is a mistake."""
    for judged in judged_set(*Part):
        for rule in (rule for rules in judged.grades.values() for rule in rules):
            for condition, values in rule.conditions.items():
                there_are = set().union(*(facts_of(listing, condition) for listing in listings))
                assert values <= there_are, (judged.language, judged.text)


def test_what_is_asked_is_never_half_of_the_directory(listings):
    for judged in judged_set(*Part):
        assert sum(judged.grade(listing) == 3 for listing in listings) < len(listings) / 2, judged.text


def test_the_highest_grade_counts():
    written = {"text": "debt", "kind": "topic", "3": [{"needs": "debt-advice"}], "1": [{"needs": "money"}]}
    judged = Judged.of("en", written)
    assert judged.grade(listing(needs=["debt-advice", "money"])) == 3
    assert judged.grade(listing(needs=["money"])) == 1
    assert judged.grade(listing(needs=["food"])) == 0


def test_all_conditions_of_a_rule_have_to_hold_and_one_of_several_values():
    rule = Rule.of({"needs": "asylum-law", "city": ["berlin", "hamburg"]})
    assert rule.holds(listing(needs=["asylum-law"], city="hamburg"))
    assert not rule.holds(listing(needs=["asylum-law"], city="koln"))
    assert not rule.holds(listing(needs=["debt-advice"], city="hamburg"))


@pytest.mark.parametrize(
    "written",
    [
        {"text": "debt", "kind": "hunch", "3": [{"needs": "money"}]},
        {"text": "debt", "kind": "topic", "3": [{"need": "money"}]},
        {"text": "debt", "kind": "topic", "3": [{}]},
        {"text": "debt", "kind": "topic", "1": [{"needs": "money"}]},
        {"text": "debt", "kind": "topic", "5": [{"needs": "money"}], "3": [{"needs": "money"}]},
        {"text": "car rental", "kind": "nothing to find", "3": [{"needs": "money"}]},
        {"text": "debt", "3": [{"needs": "money"}]},
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused_by_its_text(written):
    with pytest.raises(ValueError, match=written["text"]):
        Judged.of("en", written)


def listing(needs: list[str], city: str = "") -> Listing:
    empty: frozenset[str] = frozenset()
    return Listing(
        id=1,
        name=empty,
        house="",
        offer="",
        city=city,
        needs=frozenset(needs),
        country=empty,
        speaks=empty,
        delivery=empty,
        audience=empty,
        cost="",
    )
