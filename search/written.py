"""Words as people write them: a text taken apart without losing a letter, and folded words written again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.stemming import stem
from search.text import words

# What stands within a word without being a letter: marks above and below, and breaks that may not be seen.
_WITHIN = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200d\u00ad"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_WITHIN}])*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text or what stands between two; `folded` is "" for the latter."""

    text: str
    folded: str


@lru_cache(maxsize=20_000)
def folded_word(written: str) -> str:
    return "".join(words(written))


def pieces(text: str) -> Iterator[Piece]:
    """The text from its beginning to its end."""
    end = 0
    for found in WORD.finditer(text):
        if found.start() > end:
            yield Piece(text[end : found.start()], "")
        yield Piece(found[0], folded_word(found[0]))
        end = found.end()
    if end < len(text):
        yield Piece(text[end:], "")


def as_written(folded: Iterable[str], texts: Iterable[tuple[str, str]], reader: str) -> dict[str, str]:
    """For each folded word how texts (each with its language) write it most often, above all the reader's.

    A stem is written as one of the words that have it. What no text writes stays as it is.
    """
    counted: dict[str, Counter[str]] = {word: Counter() for word in folded}
    for text, language in texts:
        for piece in pieces(text):
            word = piece.folded
            for known in counted.keys() & {word, stem(word, language)} if word else ():
                counted[known][piece.text] += _worth(is_whole=word == known, is_own=language == reader)
    return {word: _most_frequent(counts) or word for word, counts in counted.items()}


def _worth(*, is_whole: bool, is_own: bool) -> int:
    return (10_000 if is_whole else 1) * (100 if is_own else 1)


def _most_frequent(counts: Counter[str]) -> str:
    return max(counts, key=lambda text: (counts[text], text), default="")
