"""What a query means: the likeliest reading of its words, and what is left to search for as text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from search.query import PLACES, Kind, Query
from search.quotations import quoted
from search.understanding.choosing import likeliest
from search.understanding.compounds import compounds
from search.understanding.deciding import Decided, decide
from search.understanding.lexicon import Lexicon, Match, Role
from search.understanding.sentences import needs_of_sentence
from search.understanding.slips import without_slips
from search.understanding.tokens import Token, tokens_of


@dataclass(frozen=True, slots=True)
class Understood:
    """`words` as they were written; the choice they were understood as; how many of them say something."""

    words: str
    kind: Kind
    value: str
    length: int = 1


@dataclass(frozen=True)
class Reading:
    """`rest` is what was not understood, as written; `same_as` its words for which there are others.

    `not_here` are words for what the directory does not have: nothing but they themselves answers them.
    `is_sentence`: what it needs was understood from the sentence as a whole; no word beside that narrows it.
    """

    text: str
    understood: tuple[Understood, ...] = ()
    rest: str = ""
    same_as: tuple[tuple[str, str], ...] = ()
    not_here: tuple[str, ...] = ()
    is_sentence: bool = False

    @cached_property
    def wanted(self) -> str:
        """The words that were understood: they rank what says them, and narrow nothing.

        Not those of places: a house with the city in its name is no better than others there.
        """
        telling = [each.words for each in self.understood if each.kind not in PLACES]
        if self.is_sentence:
            telling.append(self.rest)
        return " ".join(dict.fromkeys(telling))

    def narrowing(self, asked: Query, broader: Mapping[str, str]) -> Query:
        """What was asked, narrowed by what was understood; a kind chosen by hand stays as chosen."""
        text = "" if self.is_sentence else self.rest
        query = replace(asked, text=text, wanted=self.wanted, written=asked.text, same_as=self.same_as)
        others = [each for each in self.understood if each.kind is not Kind.NEEDS]
        for each in (*others, *self._meant_needs(broader)):
            if not asked.chosen(each.kind):
                query = query.choosing(each.kind, each.value)
        return query.on_page(asked.page)

    def _meant_needs(self, broader: Mapping[str, str]) -> list[Understood]:
        """In a sentence the longer phrases; of a need and a broader one, in other words, the narrower."""
        needs = [each for each in self.understood if each.kind is Kind.NEEDS]
        if self.is_sentence:
            return needs
        if any(each.length > 1 for each in needs):
            needs = [each for each in needs if each.length > 1]
        named = {(each.words, each.value) for each in needs}
        implied = {
            each.value
            for each in needs
            for other in needs
            if broader.get(other.value) == each.value and (each.words, other.value) not in named
        }
        return [each for each in needs if each.value not in implied]


def read(
    text: str, lexicon: Lexicon, literal: Iterable[str] = (), is_written: Callable[[str], bool] | None = None
) -> Reading:
    """`literal` are words to be taken as they are; what is quoted is, too.

    `is_written` knows the words of listings: where it is given, any other word may be a slip.
    """
    tokens = tokens_of(text)
    quotations = quoted(text)
    fixed = _literal(tokens, [*literal, *quotations])
    if is_written:
        tokens = without_slips(tokens, fixed, lexicon, is_written)
    found = [match for match in lexicon.matches(tokens) if fixed.isdisjoint(match.covered)]
    found += compounds(tokens, lexicon, {place for match in found for place in match.covered} | fixed)
    meant = likeliest(found, len(tokens))
    decided = decide(tokens, meant)
    not_here = [match for match in meant if any(sense.kind is Role.NOT_HERE for sense in match.senses)]
    elsewhere = {place for match in not_here for place in match.covered}
    spoken_of = needs_of_sentence(tokens, decided, fixed, elsewhere, lexicon)
    if spoken_of:
        decided, not_here = spoken_of, []
    understood = tuple(
        Understood(
            _written(text, tokens, each.covered),
            Kind(sense.kind),
            sense.value,
            sum(not tokens[place].is_little for place in each.covered) or 1,
        )
        for each in decided
        for sense in each.senses
        if isinstance(sense.kind, Kind)
    )
    same_as = tuple(_same_as(text, tokens, meant))
    strange = tuple(_written(text, tokens, match.covered) for match in not_here)
    rest = _rest(text, tokens, decided, (*quotations, *strange)) if understood or strange else text
    return Reading(text, understood, rest, same_as, strange, is_sentence=bool(spoken_of))


def _same_as(text: str, tokens: Sequence[Token], meant: Iterable[Match]) -> Iterator[tuple[str, str]]:
    for match in meant:
        for sense in match.senses:
            if sense.kind is Role.SAME_AS:
                yield _written(text, tokens, match.covered), sense.value


def text_without(text: str, phrases: Iterable[str]) -> str:
    """The text without those words, wherever they stand in it."""
    tokens = tokens_of(text)
    gone = _literal(tokens, phrases)
    return _written(text, tokens, [place for place in range(len(tokens)) if place not in gone])


def _rest(text: str, tokens: Sequence[Token], decided: Sequence[Decided], quotations: Sequence[str]) -> str:
    spoken_for = {place for each in decided for place in each.covered} | _literal(tokens, quotations)
    left = [place for place, token in enumerate(tokens) if place not in spoken_for and not token.is_little]
    return " ".join([*(f'"{quotation}"' for quotation in quotations), _written(text, tokens, left)]).strip()


def _written(text: str, tokens: Sequence[Token], places: Sequence[int]) -> str:
    """The words at those places, and what stands between neighbours."""
    parts: list[tuple[int, int]] = []
    previous = -2
    for place in places:
        token = tokens[place]
        if place == previous + 1 and parts:
            parts[-1] = (parts[-1][0], token.ends)
        else:
            parts.append((token.begins, token.ends))
        previous = place
    return " ".join(text[begins:ends] for begins, ends in parts)


def _literal(tokens: Sequence[Token], literal: Iterable[str]) -> set[int]:
    found = (
        range(begins, _end_of(tokens_of(phrase), tokens, begins))
        for phrase in literal
        for begins in range(len(tokens))
    )
    return {place for places in found for place in places}


def _end_of(phrase: Sequence[Token], tokens: Sequence[Token], begins: int) -> int:
    """The place after the phrase, or `begins` where it does not stand there.

    The phrase may leave out little words between its others: Freiburg (im) Breisgau.
    """
    place = begins
    for wanted in phrase:
        while begins < place < len(tokens) and tokens[place].is_little and tokens[place].word != wanted.word:
            place += 1
        if place == len(tokens) or tokens[place].word != wanted.word:
            return begins
        place += 1
    return place
