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
        if last := _of_part(word[cut:], lexicon):
            heads = (_of_part(head, lexicon) for head in _heads(word[:cut]))
            first = next(filter(None, heads), set())
            if first and (meant := _meant(first | last, lexicon)):
                return meant
    return ()


def _of_part(part: str, lexicon: Lexicon) -> set[Sense]:
    """No place: those are parts of other names. Neuhamburg is not in Hamburg, and Essenshilfe is food."""
    return {sense for sense in lexicon.single(part) if sense.kind not in PLACES}


def _meant(senses: set[Sense], lexicon: Lexicon) -> tuple[Sense, ...]:
    """The choices among them; of a need and a broader one the narrower."""
    whole = {lexicon.broader.get(sense.value) for sense in senses if sense.kind is Kind.NEEDS}
    return tuple(
        sorted(sense for sense in senses if isinstance(sense.kind, Kind) and sense.value not in whole)
    )


def _heads(first: str) -> Iterator[str]:
    for joint in _JOINTS:
        if first.endswith(joint):
            head = first[: len(first) - len(joint)]
            if len(head) >= _SHORTEST_PART:
                yield head
