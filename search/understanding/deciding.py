"""One meaning for words that have several, from what stands beside them.

"Essen" is a city and food: with a lawyer it is the city, with a city it is food, after "in" the city. Where
nothing decides, the words stay words, and text finds both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.grammar import GRAMMAR
from search.query import PLACES, Kind
from search.understanding.lexicon import Match, Role, Sense
from search.understanding.tokens import AS_WRITTEN, Token

_INTENTIONS = frozenset(Kind) - PLACES - {Kind.NEEDS, Kind.LANGUAGES}
_NAMES = PLACES | {Kind.LANGUAGES}
_EMPTY = (Role.NOTHING, Role.PLACE_FOLLOWS)
Named = tuple[Match, set[Kind]]
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Decided:
    """`covered` are the places of the tokens; no senses where the words only stand around others."""

    covered: tuple[int, ...]
    senses: tuple[Sense, ...]


def decide(tokens: Sequence[Token], matches: Sequence[Match]) -> list[Decided]:
    roles = {place: match for match in matches if _is_role(match) for place in match.covered}
    named = [(match, _kinds(match, tokens, roles)) for match in matches if not _is_role(match)]
    asking = [pair for pair in named if _asks_where(*pair, tokens, named, roles)]
    decided = list(_decided(named, asking, roles))
    return [*decided, *_around(matches, decided)]


def _decided(named: Sequence[Named], asking: Sequence[Named], roles: dict[int, Match]) -> Iterator[Decided]:
    """What asks says nothing by itself."""
    for match, _possible in asking:
        yield Decided(match.covered, ())
    telling = [pair for pair in named if pair not in asking]
    certain = set().union(*(possible for _match, possible in telling if len(possible) == 1))
    for match, possible in telling:
        if senses := _senses(match, possible, certain):
            yield Decided(_with_marker(match, roles, senses), senses)


def _senses(match: Match, possible: set[Kind], certain: set[Kind]) -> tuple[Sense, ...]:
    kinds = possible if match.is_all_meant else _decided_kinds(possible, certain)
    return tuple(sense for sense in match.senses if sense.kind in kinds)


def _kinds(match: Match, tokens: Sequence[Token], roles: dict[int, Match]) -> set[Kind]:
    """What the words and their neighbours allow."""
    kinds = {sense.kind for sense in match.senses if isinstance(sense.kind, Kind)}
    if kinds & PLACES and _follows_place_marker(match, roles):
        kinds &= PLACES
    elif Kind.LANGUAGES in kinds and _language_markers(match, roles):
        kinds = {Kind.LANGUAGES}
    elif _only_looks_like_a_name(match, tokens):
        kinds -= _NAMES
    elif _is_hardly_a_name(match, tokens):
        kinds -= {Kind.CITY}
    return {Kind.COUNTRY} if kinds == PLACES else kinds


def _decided_kinds(kinds: set[Kind], certain: set[Kind]) -> set[Kind]:
    """Of several kinds, the one that nothing else in the query names."""
    if len(kinds) <= 1:
        return kinds
    left = kinds - certain
    if kinds & PLACES and certain & PLACES:
        left -= PLACES
    if kinds - _INTENTIONS <= {Kind.NEEDS}:
        # "No money" is what somebody needs, unless something else is named: then it should be free.
        return (left & _INTENTIONS if certain else left - _INTENTIONS) or left
    return left if len(left) == 1 else set()


def _only_looks_like_a_name(match: Match, tokens: Sequence[Token]) -> bool:
    """کردن, "to do", has the stem of Kurdish, and is in every second Persian sentence."""
    is_another_form = match.distance > AS_WRITTEN
    return is_another_form and len(match.covered) == 1 and tokens[match.begins].word in GRAMMAR


def _is_hardly_a_name(match: Match, tokens: Sequence[Token]) -> bool:
    word = tokens[match.begins]
    is_word = word.is_little or any(_has_role(match, role) for role in _EMPTY)
    return len(match.covered) == 1 and (is_word or len(word.word) < _SHORTEST_NAME)


def _asks_where(
    match: Match, kinds: set[Kind], tokens: Sequence[Token], named: Sequence[Named], roles: dict[int, Match]
) -> bool:
    """A city's name that is a little word of another language: in Persian وین is Vienna, in Arabic "where".

    It is that word where it begins a question, or where another city is named.
    """
    if tokens[match.begins].word not in GRAMMAR or len(match.covered) > 1 or Kind.CITY not in kinds:
        return False
    is_first = match.begins == 0 and len(tokens) > 1
    elsewhere = any(other is not match and Kind.CITY in possible for other, possible in named)
    return (is_first or elsewhere) and not _follows_place_marker(match, roles)


def _follows_place_marker(match: Match, roles: dict[int, Match]) -> bool:
    before = roles.get(match.begins - 1)
    return before is not None and _has_role(before, Role.PLACE_FOLLOWS)


def _language_markers(match: Match, roles: dict[int, Match]) -> list[Match]:
    beside = [roles.get(match.begins - 1), roles.get(match.ends)]
    return [role for role in beside if role and _has_role(role, Role.LANGUAGE_BESIDE)]


def _with_marker(match: Match, roles: dict[int, Match], senses: Sequence[Sense]) -> tuple[int, ...]:
    covered = set(range(match.begins, match.ends))
    if senses[0].kind is Kind.LANGUAGES:
        covered.update(place for role in _language_markers(match, roles) for place in role.covered)
    return tuple(sorted(covered))


def _around(matches: Sequence[Match], decided: Sequence[Decided]) -> list[Decided]:
    """What says nothing by itself: dropped, unless it was taken by a language."""
    taken = {place for each in decided for place in each.covered}
    return [
        Decided(match.covered, ())
        for match in matches
        if taken.isdisjoint(match.covered) and any(_has_role(match, role) for role in _EMPTY)
    ]


def _is_role(match: Match) -> bool:
    return all(isinstance(sense.kind, Role) for sense in match.senses)


def _has_role(match: Match, role: Role) -> bool:
    return any(sense.kind is role for sense in match.senses)
