"""When all that was understood finds nothing together: smaller questions, and what each leaves out.

What somebody chose by hand is never given up. A need is not either: whoever looks for a dentist is not helped
by everything else there is in town.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from search.far_cities import far_city, names_a_far_city
from search.grammar import GRAMMAR
from search.query import PLACES, Kind, Query
from search.text import words
from search.understanding import Knowledge, Reading, Understood, text_without

# What matters least comes first.
_ORDER = (
    Kind.OPEN_NOW,
    Kind.DELIVERY,
    Kind.AUDIENCE,
    Kind.NO_PAPERS,
    Kind.FREE,
    Kind.CITY,
    Kind.LANGUAGES,
    Kind.COUNTRY,
)

# With one of these, words that nothing holds may be left out; a place alone is not what was looked for.
_SENTENCE = 6
_WORTH_MORE_THAN_WORDS = frozenset({Kind.NEEDS, Kind.AUDIENCE})


@dataclass(frozen=True)
class Question:
    """What is asked, after the words that it leaves out."""

    asked: Query
    left_out: tuple[str, ...] = ()

    def without(self, words: Sequence[str]) -> "Question":
        text = text_without(self.asked.text, words)
        return Question(replace(self.asked, text=text), (*self.left_out, *words))

    def within(self, country: str) -> "Question":
        """In that country, unless one was chosen by hand."""
        chosen = self.asked.chosen(Kind.COUNTRY)
        return self if chosen or not country else replace(self, asked=_choosing(self.asked, country))


def smaller(asked: Query, reading: Reading, knowledge: Knowledge, *, is_name: bool) -> Iterator[Question]:
    """The words as they are; then a far city's country; then less and less of what was written.

    Where all of it is a need and a place, and no name (`is_name`), what is in the place's country comes
    first, for words as they are stand by chance in what has nothing to do with the need; those of a sentence
    come last.
    Nothing less, where it is about something that the directory does not have.
    """
    if reading.not_here:
        return
    as_they_are = Question(asked.taking_literally(asked.text))
    less = _less_and_less(asked, reading, knowledge)
    places = {each.words for each in reading.understood if each.kind in PLACES}
    if places and _is_all_needed(reading) and not is_name:
        if _is_sentence(asked):
            # So many words stand together by chance alone.
            yield from (*less, as_they_are)
        else:
            yield from _before_everywhere(as_they_are, less, places)
        return
    if reading.understood and not names_a_far_city(asked, reading, knowledge):
        yield as_they_are
    yield from less


def _is_sentence(asked: Query) -> bool:
    return len(asked.text.split()) >= _SENTENCE


def _is_all_needed(reading: Reading) -> bool:
    return not reading.rest and any(each.kind is Kind.NEEDS for each in reading.understood)


def _before_everywhere(
    as_they_are: Question, less: Iterable[Question], places: AbstractSet[str]
) -> Iterator[Question]:
    """The words as they are before the first question that leaves out where it should be."""
    is_everywhere = False
    for question in less:
        if not is_everywhere and not question.asked.country and places <= {*question.left_out}:
            is_everywhere = True
            yield as_they_are
        yield question
    if not is_everywhere:
        yield as_they_are


def _less_and_less(asked: Query, reading: Reading, knowledge: Knowledge) -> Iterator[Question]:
    far = far_city(asked, reading, knowledge)
    rest = text_without(reading.rest, [far.words]) if far else reading.rest
    if rest and not _says_more(asked, reading, rest):
        return
    question = Question(asked)
    if far:
        question = question.without([far.words])
        yield from _less(question.within(far.value), rest, reading, knowledge)
    yield from _less(question, rest, reading, knowledge)


def _less(question: Question, rest: str, reading: Reading, knowledge: Knowledge) -> Iterator[Question]:
    yield question
    if rest:
        question = question.without(rest.split())
        yield question
    yield from _giving_up(question, question.asked, reading.understood, knowledge)


def _giving_up(
    question: Question, asked: Query, understood: Sequence[Understood], knowledge: Knowledge
) -> Iterator[Question]:
    for kind in _ORDER:
        of_kind = [each for each in understood if each.kind is kind]
        words = list(dict.fromkeys(each.words for each in of_kind))
        if words and not asked.chosen(kind):
            if kind is Kind.CITY and Kind.COUNTRY not in {each.kind for each in understood}:
                yield question.within(knowledge.country_of.get(of_kind[0].value, "")).without(words)
            question = question.without(words)
            yield question


def _says_more(asked: Query, reading: Reading, rest: str) -> bool:
    """Whether what was understood is more of what was asked than what is left.

    It is in a sentence, where a need has its place, or by the number of words: those that only hold others
    together are none.
    """
    kinds = {each.kind for each in reading.understood}
    if kinds.isdisjoint(_WORTH_MORE_THAN_WORDS):
        return False
    if (Kind.NEEDS in kinds and kinds & PLACES) or _is_sentence(asked):
        return True
    length = sum({each.words: each.length for each in reading.understood}.values())
    return length > sum(word not in GRAMMAR for word in words(rest))


def _choosing(asked: Query, country: str) -> Query:
    return asked.choosing(Kind.COUNTRY, country).on_page(asked.page)
