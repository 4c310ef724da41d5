"""How the words of a query are looked for, with the weights that the database engine gives."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl import Q, query
from elasticsearch.dsl.function import SF

from search.engines.cells import EVERYWHERE
from search.engines.matching import (
    BEGINS_A_CHOICE,
    NAMES_A_NEED,
    NAMES_ANOTHER_CHOICE,
    NEARLY_NAMES_A_CHOICE,
    NOT_READABLE,
    WEIGHTS,
    Where,
)
from search.query import Kind
from search.text import Term

Choices = frozenset[tuple[Kind, str]]


@dataclass(frozen=True)
class Words:
    """A term and the choices that it names, that it begins, and that it may have meant."""

    term: Term
    named: Choices = frozenset()
    begun: Choices = frozenset()
    meant: Choices = frozenset()


def among(name: str, values: list[str]) -> Any:
    """A field that has any of the values."""
    return Q("terms", **{name: values})


def holds(words: Words) -> Any:
    """Whether a listing has the term anywhere."""
    clauses = [*_anywhere(words.term), *_as_choices(words)]
    return query.Bool(should=[clause for clause, _weight in clauses], minimum_should_match=1)


def weighs(words: Words, factor: float, language: str) -> Any:
    """The same, scored by the most telling place alone; a text that the reader cannot read tells less."""
    as_choices = [_scored(clause, weight * factor) for clause, weight in _as_choices(words)]
    return query.DisMax(queries=[*as_choices, weighs_in_text(words, factor, language)])


def weighs_in_text(words: Words, factor: float, language: str) -> Any:
    """Scored by what texts say alone, whatever the word names."""
    places = (*_anywhere(words.term), *_in_telling_places(words.term))
    told = [_scored(clause, _divisible(weight * factor * NOT_READABLE)) for clause, weight in places]
    readable = SF({"filter": query.Term(readable_in=language), "weight": 1 / NOT_READABLE})
    return query.FunctionScore(query=query.DisMax(queries=told), functions=[readable])


def _scored(found: Any, score: float) -> Any:
    return query.ConstantScore(filter=found, boost=round(score))


def _divisible(score: float) -> int:
    """So that it stays a whole number in a text that the reader can read."""
    return 2 * round(score / 2)


def _anywhere(term: Term) -> Iterator[tuple[Any, float]]:
    yield among("anywhere", list(term.forms)), WEIGHTS[Where.ANYWHERE]
    if term.prefix:
        yield query.Prefix(anywhere=term.prefix), WEIGHTS[Where.ANYWHERE]
    if term.near:
        yield among("anywhere", list(term.near)), WEIGHTS[Where.NEAR]


def _in_telling_places(term: Term) -> Iterator[tuple[Any, float]]:
    forms = list(term.forms)
    yield among("summaries.folded", forms), WEIGHTS[Where.SUMMARY]
    yield among("names.folded", forms), WEIGHTS[Where.NAME]
    if term.prefix:
        yield query.Prefix(**{"names.folded": term.prefix}), WEIGHTS[Where.BEGINNING_OF_A_NAME]
    if term.near:
        yield among("names.folded", list(term.near)), WEIGHTS[Where.NEAR_A_NAME]


def _as_choices(words: Words) -> Iterator[tuple[Any, float]]:
    for choices, of_a_need, of_another in (
        (words.named, NAMES_A_NEED, NAMES_ANOTHER_CHOICE),
        (words.begun, BEGINS_A_CHOICE, BEGINS_A_CHOICE),
        (words.meant, NEARLY_NAMES_A_CHOICE, NEARLY_NAMES_A_CHOICE),
    ):
        for kind, values in _by_kind(choices).items():
            yield among(kind.value, values), of_a_need if kind is Kind.NEEDS else of_another


def _by_kind(choices: Iterable[tuple[Kind, str]]) -> dict[Kind, list[str]]:
    """What serves everywhere serves each country that is named."""
    values: defaultdict[Kind, list[str]] = defaultdict(list)
    for kind, value in sorted(choices):
        values[kind].append(value)
    if Kind.COUNTRY in values:
        values[Kind.COUNTRY].append(EVERYWHERE)
    return values
