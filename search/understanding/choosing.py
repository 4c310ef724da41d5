"""Which of the phrases found in a query are meant: the longest, and those nearest to what is written."""

from collections.abc import Sequence

from search.query import Kind
from search.understanding.lexicon import Match, Role
from search.understanding.tokens import AS_WRITTEN

# A phrase of two words outweighs two of one word; a choice outweighs what only stands around it.
_CHOICE, _ROLE = 10, 4
Weight = tuple[int, int]
_NOTHING: Weight = (0, 0)


def likeliest(found: Sequence[Match], length: int) -> tuple[Match, ...]:
    """The matches that together explain most, none of them over another."""
    merged = _merged(found)
    chosen = _heaviest(merged, length)
    return tuple(part for match in chosen for part in _parts(match, merged))


def _heaviest(found: Sequence[Match], length: int) -> list[Match]:
    best: list[tuple[Weight, list[Match]]] = [(_NOTHING, [])] * (length + 1)
    beginning: dict[int, list[Match]] = {}
    for match in found:
        beginning.setdefault(match.begins, []).append(match)
    for place in reversed(range(length)):
        best[place] = best[place + 1]
        for match in beginning.get(place, ()):
            weight, after = best[match.ends]
            here = _weight(match)
            together = (weight[0] + here[0], weight[1] + here[1])
            if together > best[place][0]:
                best[place] = (together, [match, *after])
    return best[0][1]


def _weight(match: Match) -> Weight:
    is_subject = _kinds(match) or any(sense.kind is Role.NOT_HERE for sense in match.senses)
    each = _CHOICE if is_subject else _ROLE
    # Little words within a phrase are its own where it stands as it is written: "foyer pour femmes".
    is_written = match.distance == AS_WRITTEN
    length = match.ends - match.begins if is_written else len(match.covered)
    return each * length**2, -match.distance


def _merged(found: Sequence[Match]) -> list[Match]:
    """Of matches over the same words, the nearest."""
    nearest: dict[tuple[int, ...], Match] = {}
    for match in found:
        other = nearest.get(match.covered)
        if other is None or match.distance < other.distance:
            nearest[match.covered] = match
    return list(nearest.values())


def _parts(match: Match, found: Sequence[Match]) -> list[Match]:
    """A need's phrase that names another choice as well is read word by word: "وکیل فارسی‌زبان"."""
    if Kind.NEEDS not in _kinds(match) or len(match.covered) == 1:
        return [match]
    # A phrase as it is written is not other words in other forms: "my family" is not "for families".
    within = [
        other
        for other in found
        if set(other.covered) < set(match.covered) and other.distance <= match.distance
    ]
    parts = _heaviest(within, match.ends)
    return parts if _say_as_much(parts, match) and _say_more_than_needs(parts) else [match]


def _say_as_much(parts: Sequence[Match], match: Match) -> bool:
    """All of its words, and each need that it names."""
    needs = {sense for sense in match.senses if sense.kind is Kind.NEEDS}
    meant = {sense for part in parts for sense in part.senses}
    return {place for part in parts for place in part.covered} == set(match.covered) and needs <= meant


def _say_more_than_needs(parts: Sequence[Match]) -> bool:
    return any(_kinds(part) - {Kind.NEEDS} for part in parts)


def _kinds(match: Match) -> set[Kind]:
    return {sense.kind for sense in match.senses if isinstance(sense.kind, Kind)}
