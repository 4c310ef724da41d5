"""German writes several words as one: Asylanwalt, persischsprachig."""

from collections.abc import Container, Iterator, Sequence

from search.query import PLACES, Kind
from search.understanding.lexicon import Lexicon, Match, Sense
from search.understanding.tokens import STEM, Token

_SHORTEST_PART = 4
# What stands between the parts.
_JOINTS = ("", "s", "n", "en", "es", "-")


def compounds(tokens: Sequence[Token], lexicon: Lexicon, known: Container[int]) -> Iterator[Match]:
    """A match for each word that is unknown itself, but made of two that are known."""
    for place, token in enumerate(tokens):
        if place not in known and token.word.isascii() and token.word.isalpha():
            senses = _senses(token.word, lexicon)
            if senses:
                yield Match(place, place + 1, (place,), senses, STEM, is_all_meant=True)


def _senses(word: str, lexicon: Lexicon) -> tuple[Sense, ...]:
    for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        last = lexicon.single(word[cut:])
        first = (
            next(filter(None, (lexicon.single(head) for head in _heads(word[:cut]))), set())
            if last
            else set()
        )
        whole = {lexicon.broader.get(sense.value) for sense in first | last if sense.kind is Kind.NEEDS}
        meant = sorted(s for s in first | last if isinstance(s.kind, Kind) and s.value not in whole)
        # Names of places are parts of other names: Neuhamburg is not in Hamburg.
        if first and meant and PLACES.isdisjoint(sense.kind for sense in meant):
            return tuple(meant)
    return ()


def _heads(first: str) -> Iterator[str]:
    for joint in _JOINTS:
        if first.endswith(joint):
            head = first[: len(first) - len(joint)]
            if len(head) >= _SHORTEST_PART:
                yield head
