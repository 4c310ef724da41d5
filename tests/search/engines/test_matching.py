"""Which rows hold each word of a text, and how much that says about them."""

import numpy as np
import pytest

from search.engines.choice_names import ChoiceNames
from search.engines.matching import WEIGHTS, Asked, Match, TextMatcher, Where
from search.query import Kind
from search.text import Term
from tests.search.engines.small_index import columns, row

LAWYER, BERLIN, LAYER = (
    Term(("lawyer",), "lawyer"),
    Term(("berlin",), "berlin"),
    Term(("layer",), "", ("lawyer",)),
)
NAMES = ChoiceNames(
    [
        ("needs", "legal", "lawyer avocat law"),
        ("needs", "asylum-law", "asylum lawyer"),
        ("city", "berlin", "berlin"),
        ("country", "DE", "germany"),
    ]
)
NAMELESS = ChoiceNames(())
SNAPSHOT = columns(
    row(1, needs="legal", city="berlin", readable_in="en"),
    row(2, needs="food", readable_in="en"),
    row(3, needs="food", city="berlin", readable_in="fr"),
    row(4, readable_in="en"),
)


def match(asked: Asked, names: ChoiceNames = NAMELESS, **held: object) -> Match:
    """`held`: where some rows hold a term, by the name of the place."""
    looked_up = dict.fromkeys(asked.looked_up(WEIGHTS), np.zeros(0, dtype=np.int64))
    for place, rows_of in held.items():
        for term, rows in rows_of.items():
            looked_up[term, Where[place.upper()]] = np.array(rows)
    return TextMatcher(SNAPSHOT, names, looked_up, "en").match(asked)


def test_every_term_has_to_be_found() -> None:
    found = match(Asked((LAWYER, BERLIN), ()), anywhere={LAWYER: [0, 1], BERLIN: [1, 2]})
    assert found.rows.tolist() == [False, True, False, False]


def test_a_name_says_more_than_its_beginning_than_a_summary_than_a_description_than_a_slip() -> None:
    order = ["name", "beginning_of_a_name", "summary", "anywhere", "near_a_name", "near"]
    slip = Term(("lawer",), "lawer", ("lawyer",))
    scores = [match(Asked((slip,), ()), **{place: {slip: [1]}}).scores[1] for place in order]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(order)


def test_the_most_telling_place_counts_and_not_their_sum() -> None:
    both = match(Asked((LAWYER,), ()), anywhere={LAWYER: [0, 1]}, name={LAWYER: [0]}).scores
    alone = match(Asked((LAWYER,), ()), name={LAWYER: [0, 1]}).scores
    assert both[0] == alone[0] > both[1]


def test_a_text_that_the_reader_cannot_read_tells_less() -> None:
    scores = match(Asked((LAWYER,), ()), name={LAWYER: [1, 2]}).scores
    assert scores[2] == pytest.approx(0.4 * scores[1])


def test_a_word_that_names_a_choice_finds_its_listings_whatever_they_write() -> None:
    found = match(Asked((Term(("avocat",), "avocat"),), ()), NAMES)
    assert found.rows.tolist() == [True, False, False, False]


def test_a_need_that_is_named_says_more_than_a_city_than_a_beginning_than_what_may_be_meant() -> None:
    def score(term: Term) -> float:
        return float(match(Asked((term,), ()), NAMES).scores[0])

    named, city = score(Term(("law",), "")), score(Term(("berlin",), ""))
    begun, meant = score(Term((), "avoc")), score(Term(("avocut",), "", ("avocat",)))
    assert named > begun > meant > 0
    assert city > begun


def test_rare_words_say_more() -> None:
    common = match(Asked((LAWYER,), ()), anywhere={LAWYER: [0, 1, 2, 3]}).scores[0]
    rare = match(Asked((LAWYER,), ()), anywhere={LAWYER: [0]}).scores[0]
    assert rare > common > 0


def test_what_is_wanted_ranks_and_leaves_nothing_out() -> None:
    found = match(Asked((BERLIN,), (), wanted=(LAWYER,)), anywhere={BERLIN: [0, 1], LAWYER: [1]})
    assert found.rows.tolist() == [True, True, False, False]
    assert found.scores[1] > found.scores[0]


def test_who_says_a_wanted_word_comes_before_who_only_has_its_need() -> None:
    found = match(Asked((), (), wanted=(LAWYER,)), NAMES, name={LAWYER: [3]})
    assert found.scores[3] > found.scores[0] > found.scores[1]


def test_a_phrase_has_to_stand_there_beside_every_word() -> None:
    phrase = Term((" old lawyer ",), "")
    found = match(Asked((LAWYER,), (phrase,)), anywhere={LAWYER: [0, 1]}, phrase={phrase: [1, 2]})
    assert found.rows.tolist() == [False, True, False, False]


def test_what_is_called_so_is_told_and_leaves_nothing_out() -> None:
    name = Term(("·lawyer",), "")
    found = match(Asked((LAWYER,), (), name=name), anywhere={LAWYER: [0, 1]}, name={name: [1, 2]})
    assert found.named.tolist() == [False, True, True, False]
    assert found.rows.tolist() == [True, True, False, False]


def test_one_word_and_several_have_scores_of_one_size() -> None:
    one = match(Asked((LAWYER,), ()), name={LAWYER: [0]}).scores[0]
    two = match(Asked((LAWYER, BERLIN), ()), name={LAWYER: [0], BERLIN: [0]}).scores[0]
    assert one == pytest.approx(two)


def test_places_are_looked_at_only_for_terms_that_can_be_there() -> None:
    quoted = Term(("lawyer",), "")
    places = {where for _term, where in Asked((quoted,), ()).looked_up(WEIGHTS)}
    assert places == {Where.ANYWHERE, Where.SUMMARY, Where.NAME}
    assert {where for _term, where in Asked((LAYER,), ()).looked_up(WEIGHTS)} == {
        *places,
        Where.NEAR,
        Where.NEAR_A_NAME,
    }


def test_a_phrase_and_a_name_are_looked_up_each_where_it_can_stand() -> None:
    phrase, name = Term((" old lawyer ",), ""), Term(("·oldlawyer",), "")
    asked = Asked((), (phrase,), name=name)
    assert set(asked.looked_up(WEIGHTS)) == {(phrase, Where.PHRASE), (name, Where.NAME)}
    assert match(asked, phrase={phrase: [2]}, name={name: [2]}).scores.tolist() == [1, 1, 1, 1]


def test_nothing_asked_is_no_question() -> None:
    assert not Asked((), ())
    assert Asked((), (), wanted=(LAWYER,))
    assert Asked((), (), name=LAWYER)


CHOICES = {
    "named_by": [(Term(("lawyer",), ""), {(Kind.NEEDS, "legal"), (Kind.NEEDS, "asylum-law")})],
    "begun_by": [
        (Term((), "law"), {(Kind.NEEDS, "legal"), (Kind.NEEDS, "asylum-law")}),
        (Term((), "asy"), {(Kind.NEEDS, "asylum-law")}),
        (Term(("asylum",), ""), set()),
        (Term((), "zzz"), set()),
    ],
    "near_to": [(Term(("berlim",), "", ("berlin",)), {(Kind.CITY, "berlin")}), (LAWYER, set())],
}


@pytest.mark.parametrize(
    ("how", "term", "choices"), [(how, *each) for how, all_of_it in CHOICES.items() for each in all_of_it]
)
def test_choices_are_known_by_their_words_their_beginnings_and_their_slips(
    how: str, term: Term, choices: set
) -> None:
    assert getattr(NAMES, how)(term) == choices


def test_a_kind_has_the_choices_that_have_names() -> None:
    assert NAMES.values(Kind.NEEDS) == {"legal", "asylum-law"}
    assert NAMES.values(Kind.LANGUAGES) == set()
