"""What words can mean: phrases in a tree of word forms, so that the longest one is found in one walk."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from string import ascii_lowercase
from typing import NamedTuple

from search.query import Kind
from search.spelling import SHORTEST_FORGIVEN, edits
from search.stemming import stem
from search.text import is_arabic_script
from search.understanding.hints import Hints
from search.understanding.persian import root
from search.understanding.tokens import STEM, WITHOUT_CLITIC, Token, forms_of, joined, tokens_of

# A little word alone says nothing, so a phrase keeps its little words unless two others are left.
_TELLING = 2
_FARTHEST = 9
# A name is no form of another word.
_NAMED = (Kind.LANGUAGES, Kind.CITY, Kind.COUNTRY)


class Role(StrEnum):
    """What words do that are no choice themselves."""

    PLACE_FOLLOWS = "place_follows"
    LANGUAGE_BESIDE = "language_beside"
    NOTHING = "nothing"
    # The directory has nothing of the kind.
    NOT_HERE = "not_here"
    # Other words say the same, which are no choice either: the sense's value.
    SAME_AS = "same_as"


class Sense(NamedTuple):
    """One thing that words can mean: a choice of a kind, or a role (whose value is "")."""

    kind: Kind | Role
    value: str = ""


class Entry(NamedTuple):
    """A phrase of a language and what it means; `is_name`: no stem of it means the same.

    `doubt` is added to how far a match is from what was written.
    """

    phrase: str
    language: str
    sense: Sense
    is_name: bool = False
    doubt: int = 0


class Node:
    __slots__ = ("children", "senses")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.senses: dict[Sense, int] = {}


class Tree:
    def __init__(self, entries: Iterable[Entry]) -> None:
        self.root = Node()
        self.words: Counter[str] = Counter()
        for entry in entries:
            self._plant(entry)

    def _plant(self, entry: Entry) -> None:
        words = [token.word for token in telling(tokens_of(entry.phrase))]
        if words:
            self._add(words, entry.sense, entry.doubt)
            for inflected, distance in _inflections(words, entry):
                self._add(inflected, entry.sense, entry.doubt + distance)
            if together := joined(*words) if len(words) == _TELLING else "":
                self._add([together], entry.sense, entry.doubt)

    def _add(self, words: Iterable[str], sense: Sense, doubt: int) -> None:
        node = self.root
        for word in words:
            self.words[word] += 1
            node = node.children.setdefault(word, Node())
        node.senses[sense] = min(doubt, node.senses.get(sense, _FARTHEST))


@dataclass(frozen=True, slots=True)
class Match:
    """The tokens from `begins` to before `ends` and what they can mean; `covered` are those it is made of.

    `is_all_meant`: they mean all of it at once.
    """

    begins: int
    ends: int
    covered: tuple[int, ...]
    senses: tuple[Sense, ...]
    distance: int
    is_all_meant: bool = False


class Lexicon:
    """The trees of all sources, walked at once.

    `broader` is the need that each narrower one is part of; `hints` say what a whole sentence is about.
    """

    def __init__(
        self, trees: Sequence[Tree], broader: Mapping[str, str] | None = None, hints: Hints | None = None
    ) -> None:
        self._roots = [tree.root for tree in trees]
        self._words = sum((tree.words for tree in trees), Counter[str]())
        self.broader = broader or {}
        self.hints = hints or Hints(())

    def matches(self, tokens: Sequence[Token]) -> list[Match]:
        """Every phrase that stands somewhere in the query."""
        return [match for begins in range(len(tokens)) for match in self._from(tokens, begins)]

    def meant_by(self, slip: str) -> str:
        """The word of most phrases that is one edit away; the slip itself where there is none."""
        letters = ascii_lowercase if slip.isascii() else self._letters
        near = {
            word for word in edits(slip, letters) if len(word) >= SHORTEST_FORGIVEN and word in self._words
        }
        return max(near, key=lambda word: (self._words[word], word), default=slip)

    def writes(self, word: str) -> bool:
        return word in self._words

    def holds(self, word: str) -> bool:
        return any(form in self._words for form in forms_of(word))

    @cached_property
    def _letters(self) -> set[str]:
        return set("".join(filter(is_arabic_script, self._words)))

    def single(self, word: str) -> set[Sense]:
        """What a word most likely means by itself, in any of its forms."""
        found: dict[Sense, int] = {}
        for top in self._roots:
            for form, distance in forms_of(word).items():
                if form in top.children:
                    _nearest(found, top.children[form].senses, distance)
        return {sense for sense, distance in found.items() if distance == min(found.values())}

    def _from(self, tokens: Sequence[Token], begins: int) -> Iterator[Match]:
        walks: list[Walk] = [(top, begins, (), 0) for top in self._roots]
        ending: dict[tuple[int, tuple[int, ...]], dict[Sense, int]] = {}
        while walks:
            node, place, covered, distance = walks.pop()
            for further in _steps(tokens, node, place, covered, distance):
                child, after, now_covered, now_distance = further
                if child.senses and now_covered and now_covered[-1] == after - 1:
                    found = ending.setdefault((after, now_covered), {})
                    _nearest(found, child.senses, now_distance)
                walks.append(further)
        for (after, covered), senses in ending.items():
            best = min(senses.values())
            yield Match(begins, after, covered, tuple(s for s, far in senses.items() if far == best), best)


Walk = tuple[Node, int, tuple[int, ...], int]


def _steps(
    tokens: Sequence[Token], node: Node, place: int, covered: tuple[int, ...], distance: int
) -> Iterator[Walk]:
    if _ends(tokens, place, covered):
        return
    token = tokens[place]
    for form, far in forms_of(token.word).items():
        # Little words are what they are: "and" is no form of another word.
        if form in node.children and not (far and token.is_little):
            yield node.children[form], place + 1, (*covered, place), max(distance, far)
    if child := node.children.get(_with_its_neighbour(tokens, place)):
        yield child, place + 2, (*covered, place, place + 1), distance
    if covered and token.is_little:
        yield node, place + 1, covered, distance


def _ends(tokens: Sequence[Token], place: int, covered: tuple[int, ...]) -> bool:
    """A phrase ends with the query, or where a comma begins something new."""
    return place >= len(tokens) or (bool(covered) and tokens[place].is_new)


def _with_its_neighbour(tokens: Sequence[Token], place: int) -> str:
    """Two words as one, where nothing parts them; else ""."""
    following = tokens[place + 1 : place + 2]
    return joined(tokens[place].word, following[0].word) if following and not following[0].is_new else ""


def _inflections(words: Sequence[str], entry: Entry) -> Iterator[tuple[list[str], int]]:
    """A phrase's words in the other forms in which its language may write them, and how far those are."""
    if entry.sense.kind is Role.NOTHING:
        # What is left out is what an editor wrote: "Morges" is a town, and no form of "morgen".
        return
    if not entry.is_name and entry.language != "ar":
        yield [stem(word, entry.language) for word in words], STEM
    if entry.language == "fa" and entry.sense.kind not in _NAMED:
        yield [root(word) for word in words], STEM
    if entry.language == "ar":
        yield from _in_arabic(words, entry)


def _in_arabic(words: Sequence[str], entry: Entry) -> Iterator[tuple[list[str], int]]:
    """Without the article; and stemmed, with it and without."""
    bare = [_bare(word) for word in words]
    if bare != words:
        yield bare, WITHOUT_CLITIC
    for written in (words, bare):
        stems = [stem(word, "ar") for word in written]
        # Of a language's name, البشتو, the stem would lose more than the article: شتوية is for the winter.
        is_whole = entry.sense.kind not in _NAMED or all(map(str.startswith, bare, stems))
        if is_whole and not entry.is_name:
            yield stems, STEM


def telling(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without its little words, where enough is left."""
    kept = [token for token in tokens if not token.is_little]
    return kept if len(kept) >= _TELLING else tokens


def _nearest(found: dict[Sense, int], senses: dict[Sense, int], distance: int) -> None:
    for sense, doubt in senses.items():
        found[sense] = min(found.get(sense, _FARTHEST), max(distance, doubt))


def _bare(word: str) -> str:
    """The word without its article."""
    return min((form for form, far in forms_of(word).items() if far <= WITHOUT_CLITIC), key=len)
