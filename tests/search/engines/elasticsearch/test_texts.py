"""How one word is looked for: where, and how much each place says about it."""

import pytest

from search.engines.elasticsearch.texts import Words, among, holds, weighs, weighs_in_text
from search.query import Kind
from search.text import Term
from tests.search.engines.elasticsearch.scores import scores

LAWYER = Term(("lawyer", "lawy"), "lawyer")
SLIP = Term(("lawer",), "lawer", ("lawyer", "later"))
QUOTED = Term(("lawyer",), "")
FACTOR = 1_000


def clauses(words: Words) -> dict[str, list]:
    """What finds the word anywhere: for each field, what is looked for in it."""
    found: dict[str, list] = {}
    for clause in holds(words).to_dict()["bool"]["should"]:
        [(how, fields)] = clause.items()
        for field, wanted in fields.items():
            found.setdefault(f"{how} {field}", []).append(wanted)
    return found


def weights(words: Words, language: str = "en", *, readable: bool = True) -> list[tuple[str, float]]:
    """Each scored clause as text, with its score."""
    scored = scores(weighs(words, FACTOR, language).to_dict(), language, readable=readable)
    return [(str(clause), score) for clause, score in scored]


def weight(words: Words, *saying: str, readable: bool = True) -> float:
    """The score of the clause that says all of this, for a text that the reader can read or any other."""
    told = weights(words, readable=readable)
    [found] = [score for text, score in told if all(part in text for part in saying)]
    return found


def test_a_word_is_looked_for_in_all_its_forms_and_by_its_beginning() -> None:
    assert clauses(Words(LAWYER)) == {"terms anywhere": [["lawyer", "lawy"]], "prefix anywhere": ["lawyer"]}


def test_a_quoted_word_is_looked_for_as_it_is() -> None:
    assert clauses(Words(QUOTED)) == {"terms anywhere": [["lawyer"]]}


def test_what_may_have_been_meant_is_looked_for_too() -> None:
    assert clauses(Words(SLIP))["terms anywhere"] == [["lawer"], ["lawyer", "later"]]


def test_a_word_finds_what_it_names_in_whatever_language_it_is_written() -> None:
    named = frozenset({(Kind.NEEDS, "legal"), (Kind.NEEDS, "asylum-law"), (Kind.CITY, "berlin")})
    found = clauses(Words(QUOTED, named=named))
    assert found["terms needs"] == [["asylum-law", "legal"]]
    assert found["terms city"] == [["berlin"]]


def test_a_country_that_is_named_finds_what_serves_everywhere() -> None:
    words = Words(QUOTED, named=frozenset({(Kind.COUNTRY, "DE")}))
    assert clauses(words)["terms country"] == [["DE", "*"]]


@pytest.mark.parametrize("how", ["begun", "meant"])
def test_what_a_word_begins_or_may_have_meant_is_found_as_well(how: str) -> None:
    words = Words(QUOTED, **{how: frozenset({(Kind.NEEDS, "legal")})})
    assert clauses(words)["terms needs"] == [["legal"]]


def test_one_of_all_places_is_enough() -> None:
    assert holds(Words(LAWYER)).to_dict()["bool"]["minimum_should_match"] == 1


def test_a_name_says_most_then_its_beginning_then_a_summary_then_any_text_then_a_slip() -> None:
    slip = Words(SLIP)
    order = [
        weight(slip, "names.folded", "lawer'", "terms"),
        weight(slip, "names.folded", "prefix"),
        weight(slip, "summaries.folded", "lawer'"),
        weight(slip, "anywhere", "lawer'", "terms"),
        weight(slip, "names.folded", "'lawyer'"),
        weight(slip, "anywhere", "'lawyer'"),
    ]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == len(order)


def test_a_text_that_the_reader_cannot_read_says_less_by_one_measure() -> None:
    for saying in (["names.folded", "terms"], ["summaries.folded"], ["anywhere", "terms"]):
        read, unread = (weight(Words(QUOTED), *saying, readable=readable) for readable in (True, False))
        assert unread == pytest.approx(0.4 * read)


def test_the_readers_own_language_is_what_can_be_read() -> None:
    """`scores` reads no other."""
    assert weights(Words(QUOTED), "fa") == weights(Words(QUOTED), "de")


def test_every_score_is_a_whole_number_that_no_copy_of_the_index_adds_up_differently() -> None:
    named = frozenset({(Kind.NEEDS, "legal"), (Kind.CITY, "berlin")})
    for factor in (1_000, 333.3, 77.7):
        for readable in (True, False):
            scored = weighs(Words(SLIP, named=named, begun=named), factor, "en").to_dict()
            assert all(score == int(score) > 0 for _clause, score in scores(scored, readable=readable))


def test_a_need_that_is_named_says_more_than_another_choice_than_a_beginning_than_a_slip() -> None:
    legal, berlin = frozenset({(Kind.NEEDS, "legal")}), frozenset({(Kind.CITY, "berlin")})

    def score(**choices: frozenset) -> float:
        found = weights(Words(QUOTED, **choices))
        [only] = [boost for text, boost in found if "needs" in text or "city" in text]
        return only

    order = [score(named=legal), score(named=berlin), score(begun=legal), score(meant=legal)]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == 4


def test_a_choice_says_the_same_to_every_reader() -> None:
    words = Words(QUOTED, named=frozenset({(Kind.NEEDS, "legal")}))
    assert weight(words, "needs", readable=True) == weight(words, "needs", readable=False)


def test_what_texts_say_alone_knows_no_choice() -> None:
    words = Words(LAWYER, named=frozenset({(Kind.NEEDS, "legal")}))
    assert "needs" not in str(weighs_in_text(words, FACTOR, "en").to_dict())
    assert "names.folded" in str(weighs_in_text(words, FACTOR, "en").to_dict())


def test_a_field_has_any_of_several_values() -> None:
    assert among("needs", ["food", "legal"]).to_dict() == {"terms": {"needs": ["food", "legal"]}}
