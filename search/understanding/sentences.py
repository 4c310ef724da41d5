"""What a whole sentence needs, by all of its words together rather than by one phrase in it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

from search.query import Kind
from search.understanding.deciding import Decided
from search.understanding.lexicon import Lexicon, Sense
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
    lexicon: Lexicon,
) -> list[Decided]:
    """What was decided, with the needs that all words together speak of; nothing where it is no sentence.

    `fixed` are the places of words to be taken as they are, `not_here` of what the directory does not have.
    """
    if len(tokens) < SENTENCE:
        return []
    others, phrases = _parted(decided)
    telling = [each for each in others if each.senses]
    fewest = _SURE if not_here else _FEWEST
    # A word that says nothing beside others ("cheap") says what it can where no other says more.
    hinted = lexicon.hints.likeliest(
        tokens, _places(others).union(fixed, not_here), phrases, fewest
    ) or lexicon.hints.likeliest(tokens, _places(telling).union(fixed, not_here), phrases, fewest)
    spoken_of = _of_a_family(hinted, lexicon.broader)
    if not spoken_of:
        return []
    return [*others, *(each for need, places in spoken_of.items() for each in _runs(need, places))]


def _places(of: Iterable[Decided]) -> set[int]:
    return {place for each in of for place in each.covered}


def _of_a_family(places: Mapping[str, Sequence[int]], broader: Mapping[str, str]) -> dict[str, Sequence[int]]:
    """Of a need and a broader one, only that which more words speak of; the broader, if they are the same."""
    needless = set()
    for need in places:
        above = broader.get(need, "")
        if above in places:
            narrow, broad = set(places[need]), set(places[above])
            needless |= {need} if narrow <= broad else {above} if broad < narrow else set()
    return {need: of_need for need, of_need in places.items() if need not in needless}


def _parted(decided: Iterable[Decided]) -> tuple[list[Decided], list[tuple[str, Sequence[int]]]]:
    """What is no need; and the needs that phrases name, each with the places of its words."""
    others: list[Decided] = []
    phrases: list[tuple[str, Sequence[int]]] = []
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
