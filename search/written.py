"""Words as people write them: a text taken apart without losing a letter, and folded words written again."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.stemming import stem
from search.text import words

# What stands within a word without being a letter: marks above and below, and breaks that may not be seen.
_WITHIN = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200d\u00ad"
_MORE_THAN_A_STEM = 1_000
# So many letters of a stem stand in every word that has it.
ROOT = 3
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_WITHIN}])*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text or what stands between two; `folded` is "" for the latter."""

    text: str
    folded: str


@lru_cache(maxsize=40_000)
def letters_of(written: str) -> str:
    """Of a word or a text, folded and without what stands between: a text without a root is seen at once."""
    return "".join(words(written))


def pieces(text: str) -> Iterator[Piece]:
    """The text from its beginning to its end."""
    end = 0
    for found in WORD.finditer(text):
        if found.start() > end:
            yield Piece(text[end : found.start()], "")
        yield Piece(found[0], letters_of(found[0]))
        end = found.end()
    if end < len(text):
        yield Piece(text[end:], "")


def as_written(folded: Iterable[str], texts: Iterable[Iterable[tuple[str, str]]]) -> dict[str, str]:
    """For each folded word how texts write it most often.

    The texts, each with its language, come in groups: a later one is read only for words that are in none
    before it. A stem is written as one of the words that have it; what no text writes stays as it is.
    """
    written: dict[str, str] = {}
    missing = set(folded)
    for group in texts:
        if not missing:
            break
        counted = _counted(missing, group)
        written |= {word: _most_frequent(counts) for word, counts in counted.items()}
        missing -= written.keys()
    return written | {word: word for word in missing}


def _counted(wanted: set[str], texts: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    # Stemming is slow, and most texts and words cannot have the stem.
    has_root = re.compile("|".join(re.escape(word[:ROOT]) for word in wanted)).search
    for text, language in texts:
        for written in WORD.findall(text) if has_root(letters_of(text)) else ():
            word = letters_of(written)
            if word in wanted:
                counted[word][written] += _MORE_THAN_A_STEM
            elif has_root(word) and (found := stem(word, language)) in wanted:
                counted[found][written] += 1
    return counted


def _most_frequent(counts: Counter[str]) -> str:
    return max(counts, key=lambda text: (counts[text], text))
