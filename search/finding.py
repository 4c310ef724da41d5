"""From what somebody asks to what is found: the one way for the page and for programs."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from math import ceil
from threading import Thread

from django.db import DatabaseError, connections

from search.closeness import ENOUGH, close_to
from search.did_you_mean import better_spelling
from search.engines import PAGE_SIZE, Engine, Hit, Results
from search.far_cities import named_outright, names_a_far_city
from search.known_words import known_words
from search.loosening import Question, smaller
from search.query import Query
from search.understanding import Knowledge, Reading, Understood, current, read
from search.understanding.gazetteer import gazetteer


@dataclass(frozen=True)
class Found:
    """`query` is what was searched for; `asked` what asks for it, in somebody's own words.

    `understood` are the words of `asked` that became choices; `left_out` those with which nothing was found:
    `asked` no longer holds them. `did_you_mean` is the text in a better spelling, or "". `close` are listings
    that do not fit every word, where few do; they are in no count.
    """

    asked: Query
    query: Query
    results: Results
    size: int = PAGE_SIZE
    understood: tuple[Understood, ...] = ()
    left_out: tuple[str, ...] = ()
    did_you_mean: str = ""
    close: tuple[Hit, ...] = ()

    @property
    def pages(self) -> int:
        return max(1, ceil(self.results.total / self.size))


def prepare_beside_requests() -> Thread:
    """Reads what the first search would have to wait for, a second or two; no page waits for it."""
    thread = Thread(target=_prepare, name="first-search", daemon=True)
    thread.start()
    return thread


def _prepare() -> None:
    """A database that does not answer is told by others, and the first search reads it then."""
    with suppress(DatabaseError):
        current()
        known_words().dictionary()
        gazetteer()
    connections.close_all()


def find(
    engine: Engine, asked: Query, now: datetime, *, size: int = PAGE_SIZE, generation: int | None = None
) -> Found:
    """A page behind the last one is the last one: the list may have become shorter since.

    `generation` is that of the content, where the caller knows it already.
    """
    with engine.at_one_moment():
        search = _Search(engine, now, size)
        if not asked.text:
            found = Found(asked, asked, search(asked), size)
        else:
            knowledge = current(generation)
            found = _in_own_words(search, asked, knowledge)
            found = replace(found, did_you_mean=_better_spelling(search, found, knowledge))
            found = replace(found, close=_close(search, asked, found, knowledge))
        if asked.page <= found.pages:
            return found
        last = found.query.on_page(found.pages)
        results = search(last) if found.results.total else found.results
        return replace(found, asked=found.asked.on_page(found.pages), query=last, results=results)


@dataclass(frozen=True)
class _Search:
    engine: Engine
    now: datetime
    size: int

    def __call__(self, query: Query) -> Results:
        return self.engine.search(query, now=self.now, size=self.size)

    def count(self, query: Query) -> int:
        return self.engine.search(query, now=self.now, size=0).total

    def would_lose_a_name(self, asked: Query, query: Query) -> bool:
        return self.engine.calls_another_so(asked.text, query, now=self.now)


def _in_own_words(search: _Search, asked: Query, knowledge: Knowledge) -> Found:
    """By the first question that finds something; by the whole one, if none does."""
    understand = _Reader(knowledge)
    reading, query = understand(asked)
    results = search(query)
    if not results.total:
        # Most slips are found by their letters. What only its meaning finds is read again.
        understand = understand.forgiving_slips(asked.language)
        reading, forgiven = understand(asked)
        results, query = (results, query) if forgiven == query else (search(forgiven), forgiven)
    is_name = bool(reading.understood) and search.would_lose_a_name(asked, query)
    if results.total and not (is_name or names_a_far_city(asked, reading, knowledge)):
        return _found(Question(asked), reading, query, results, search.size)
    for question in smaller(asked, reading, knowledge, is_name=is_name):
        less, narrower = understand(question.asked)
        # What is called as all of it was written is looked for once.
        narrower = replace(narrower, written=query.written)
        if total := search.count(narrower):
            narrower = narrower if total > search.size else _ranked_by_more(narrower, question.left_out)
            return _found(question, less, narrower, search(narrower), search.size)
    return _found(Question(asked), reading, query, results, search.size)


def _ranked_by_more(query: Query, words: Sequence[str]) -> Query:
    """First what says these words as well: a secret address is in no city, but may be near to one.

    Only where all is on one page; the next one is asked for without those words.
    """
    return replace(query, wanted=" ".join([query.wanted, *words]).strip())


def _better_spelling(search: _Search, found: Found, knowledge: Knowledge) -> str:
    """Of a question that found something by leaving words out, none: each look costs time."""
    if found.left_out:
        return ""
    return better_spelling(search, found.asked, found.query, found.results, knowledge.texts_of_needs)


def _close(search: _Search, asked: Query, found: Found, knowledge: Knowledge) -> tuple[Hit, ...]:
    """What the words mean, well spelled, also where they were found as mere words."""
    exact = found.results
    if not (asked.is_words_alone and 0 < exact.total < ENOUGH <= search.size):
        return ()
    query, understood = found.query, found.understood
    if not query.needs:
        reading, query = _Reader(knowledge)(replace(asked, text=found.did_you_mean or asked.text))
        understood = reading.understood
    wider = close_to(query, understood, knowledge)
    seen = {hit.service_id for hit in exact.hits}
    return search.engine.in_turn(wider, without=seen, size=ENOUGH - exact.total, now=search.now)


@dataclass(frozen=True)
class _Reader:
    """What a question means, and what asks for that."""

    knowledge: Knowledge
    is_written: Callable[[str], bool] | None = None

    def __call__(self, asked: Query) -> tuple[Reading, Query]:
        literal = (*asked.words, *named_outright(asked.text, self.knowledge))
        reading = read(asked.text, self.knowledge.lexicon, literal, self.is_written)
        return reading, reading.narrowing(asked, self.knowledge.lexicon.broader)

    def forgiving_slips(self, language: str) -> "_Reader":
        known = known_words().dictionary()
        return replace(self, is_written=lambda word: known.holds(word, language))


def _found(question: Question, reading: Reading, query: Query, results: Results, size: int) -> Found:
    asked = question.asked
    applied = tuple(
        each
        for each in reading.understood
        if each.value in query.chosen(each.kind) and not asked.chosen(each.kind)
    )
    return Found(asked, query, results, size, applied, question.left_out)
