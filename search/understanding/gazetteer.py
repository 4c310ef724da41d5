"""The world's cities by any name that people give them: Munich, München, مونیخ.

The table of cities is read once a process. Each name is kept as a hash: sixteen bytes with its city's
number.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from threading import Lock

import numpy as np

from directory.models import City
from search.stopwords import STOPWORDS
from search.text import words
from search.understanding.keyboards import without_persian_letters
from search.understanding.tokens import Token, forms_of, joined, tokens_of

_MOST_WORDS = 5
_lock = Lock()


class Gazetteer:
    def __init__(self, named: Iterable[tuple[int, str]]) -> None:
        """`named` are the cities' numbers, each with one of its names."""
        pairs = {(hash(key), number) for number, name in named if (key := _key(words(name)))}
        self._hashes, self._numbers = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2).T

    def called(self, name: str) -> set[int]:
        return self._of(_key(words(name)))

    def named_in(self, text: str) -> set[int]:
        """The cities that some words of the text name, be they written with an article or as one word."""
        tokens = [token for token in tokens_of(text) if not token.is_little]
        return {number for key in _keys_in(tokens) for number in self._of(key)}

    def _of(self, key: str) -> set[int]:
        begin = np.searchsorted(self._hashes, hash(key), side="left")
        end = np.searchsorted(self._hashes, hash(key), side="right")
        return set(self._numbers[begin:end].tolist()) if key else set()


def gazetteer() -> Gazetteer:
    """Whoever comes while it is being read waits for it."""
    with _lock:
        return _read_once()


@cache
def _read_once() -> Gazetteer:
    return Gazetteer(_names())


def _names() -> Iterator[tuple[int, str]]:
    rows = City.objects.order_by().values_list("pk", "name", "name_fa", "name_ar", "other_names")
    for number, name, name_fa, name_ar, others in rows.iterator():
        names = {name, name_fa, name_ar, *others.splitlines(), *without_persian_letters(name_fa)}
        yield from ((number, each) for each in names)


def _key(folded: list[str]) -> str:
    """Without the little words of a longer name: Frankfurt am Main."""
    telling = [word for word in folded if word not in STOPWORDS]
    return " ".join(telling if len(telling) > 1 else folded)


def _keys_in(tokens: list[Token]) -> Iterator[str]:
    spoken = [token.word for token in tokens]
    for begins, first in enumerate(spoken):
        following = spoken[begins + 1 : begins + _MOST_WORDS]
        for form in forms_of(first):
            yield from (" ".join([form, *following[:count]]) for count in range(len(following) + 1))
        if following:
            yield joined(first, following[0])
