"""What a whole sentence needs, by all of its words together rather than by one phrase in it."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from search.query import Kind
from search.understanding.deciding import Decided
from search.understanding.hints import Hints
from search.understanding.lexicon import Sense
from search.understanding.tokens import Token

# Fewer words are a list of what is wanted: every one of them counts.
SENTENCE = 5
# So many of them have to say what is needed; more, where it may be about something else.
_FEWEST, _SURE = 1, 3


def needs_of_sentence(
    tokens: Sequence[Token],
    decided: Sequence[Decided],
    fixed: Collection[int],
    not_here: Collection[int],
    hints: Hints,
) -> list[Decided]:
    """What was decided, with the needs that all words together speak of; nothing where it is no sentence.

    `fixed` are the places of words to be taken as they are, `not_here` of what the directory does not have.
    """
    if len(tokens) < SENTENCE:
        return []
    others, phrases = _parted(decided)
    elsewhere = {place for each in others for place in each.covered}.union(fixed, not_here)
    spoken_of = hints.likeliest(tokens, elsewhere, phrases, _SURE if not_here else _FEWEST)
    if not spoken_of:
        return []
    return [*others, *(each for need, places in spoken_of.items() for each in _runs(need, places))]


def _parted(decided: Iterable[Decided]) -> tuple[list[Decided], list[tuple[str, Sequence[int]]]]:
    """What is no need; and the needs that phrases name, each with the places of its words."""
    others, phrases = [], []
    for each in decided:
        needs = [sense.value for sense in each.senses if sense.kind is Kind.NEEDS]
        phrases += [(need, each.covered) for need in needs]
        if not needs:
            others.append(each)
    return others, phrases


def _runs(need: str, places: Iterable[int]) -> Iterable[Decided]:
    """Words that follow each other, once each."""
    runs = groupby(enumerate(sorted(set(places))), key=lambda pair: pair[1] - pair[0])
    for _gap, run in runs:
        yield Decided(tuple(place for _number, place in run), (Sense(Kind.NEEDS, need),))
