"""What was looked up in the words of an index is kept while it is asked for, within bounds."""

import numpy as np

from search.engines.matching import Key, Where
from search.engines.postings import Postings
from search.text import Term

ROWS = np.arange(10, dtype=np.int32)


def key(word: str) -> Key:
    return Term((word,), ""), Where.ANYWHERE


class Words:
    """Says which words it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, keys) -> list[np.ndarray]:
        self.asked += [term.forms[0] for term, _where in keys]
        return [ROWS for _key in keys]


def test_a_word_is_looked_up_once_and_all_that_are_missing_together() -> None:
    postings, words = Postings(), Words()
    postings.of([key("law")], words)
    found = postings.of([key("law"), key("food"), key("food")], words)
    assert words.asked == ["law", "food"]
    assert {term.forms[0] for term, _where in found} == {"law", "food"}


def test_what_nobody_asked_for_since_the_longest_time_goes_first() -> None:
    postings, words = Postings(most_bytes=2 * ROWS.nbytes), Words()
    for word in ("law", "food", "law", "home", "law", "food"):
        postings.of([key(word)], words)
    assert words.asked == ["law", "food", "home", "food"]


def test_more_than_there_is_room_for_is_answered_all_the_same() -> None:
    postings, words = Postings(most_bytes=ROWS.nbytes), Words()
    assert len(postings.of([key("law"), key("food"), key("home")], words)) == 3
