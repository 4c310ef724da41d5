"""Slips of the finger in words that mean something: "psycholge" is a psychologist, "برلبن" is Berlin.

Listings are searched with slips forgiven as well (`search/spelling.py`); but a need or a city has to be
understood for what is near to it to be found.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from search.grammar import GRAMMAR
from search.understanding.lexicon import Lexicon
from search.understanding.tokens import Token

# In a shorter word one letter makes another word of it.
_SHORTEST = 5
# Each look among the words takes a part of a millisecond.
_MOST = 4


def without_slips(
    tokens: Sequence[Token], fixed: Collection[int], lexicon: Lexicon, is_written: Callable[[str], bool]
) -> tuple[Token, ...]:
    """The tokens with the words that were meant, where nobody knows the ones that were written."""
    unknown = [
        place
        for place, token in enumerate(tokens)
        if place not in fixed and _may_be_slip(token.word) and not lexicon.holds(token.word)
    ]
    slips = [place for place in unknown if not is_written(tokens[place].word)][:_MOST]
    return tuple(
        replace(token, word=lexicon.meant_by(token.word)) if place in slips else token
        for place, token in enumerate(tokens)
    )


def _may_be_slip(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word not in GRAMMAR
