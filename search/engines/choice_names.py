"""The names of choices (needs, cities, countries, languages) among the words of a query.

"وکیل" finds every listing of the need that editors keep this word for, whatever language the listing is in.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from search.query import Kind
from search.text import Term


class ChoiceNames:
    """Which choices a term names."""

    def __init__(self, names: Iterable[tuple[str, str, str]]) -> None:
        """`names` are kind, value and terms of each choice; they are read for the first who asks in words."""
        self._names = names

    @cached_property
    def _named(self) -> dict[str, set[tuple[Kind, str]]]:
        named: defaultdict[str, set[tuple[Kind, str]]] = defaultdict(set)
        for kind, value, terms in self._names:
            for term in terms.split():
                named[term].add((Kind(kind), value))
        return dict(named)

    @cached_property
    def _terms(self) -> list[str]:
        return sorted(self._named)

    def values(self, kind: Kind) -> set[str]:
        """The choices of that kind that have names."""
        return {value for choices in self._named.values() for of_kind, value in choices if of_kind is kind}

    def named_by(self, term: Term) -> set[tuple[Kind, str]]:
        return self._named_any_of(term.forms)

    def near_to(self, term: Term) -> set[tuple[Kind, str]]:
        """What may have been meant."""
        return self._named_any_of(term.near)

    def begun_by(self, term: Term) -> set[tuple[Kind, str]]:
        if not term.prefix:
            return set()
        begin = bisect_left(self._terms, term.prefix)
        end = bisect_left(self._terms, term.prefix + "\U0010ffff")
        return {choice for word in self._terms[begin:end] for choice in self._named[word]}

    def _named_any_of(self, words: Iterable[str]) -> set[tuple[Kind, str]]:
        return {choice for word in words for choice in self._named.get(word, ())}
