"""What a query means: the likeliest reading of its words, and what is left to search for as text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from search.grammar import GRAMMAR
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
        return _narrowest([each for each in needs if each.length > 1] or needs, broader)


def _narrowest(needs: Sequence[Understood], broader: Mapping[str, str]) -> list[Understood]:
    implied = {each.value for each in needs if _is_implied(each, needs, broader)}
    return [each for each in needs if each.value not in implied]


def _is_implied(broad: Understood, needs: Sequence[Understood], broader: Mapping[str, str]) -> bool:
    """By a narrower one that other words name."""
    of_its_words = {each.value for each in needs if each.words == broad.words}
    narrower = (each.value for each in needs if broader.get(each.value) == broad.value)
    return any(value not in of_its_words for value in narrower)


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
    meant = likeliest(_known(tokens, fixed, lexicon), len(tokens))
    decided, not_here, is_sentence = _decided(tokens, meant, fixed, lexicon)
    understood = tuple(_understood(text, tokens, decided))
    strange = tuple(_written(text, tokens, match.covered) for match in not_here)
    rest = _rest(text, tokens, decided, fixed, (*quotations, *strange)) if understood or strange else text
    return Reading(text, understood, rest, tuple(_same_as(text, tokens, meant)), strange, is_sentence)


def _known(tokens: Sequence[Token], fixed: set[int], lexicon: Lexicon) -> list[Match]:
    """Every phrase among the words that may mean something, several over the same words too."""
    found = [match for match in lexicon.matches(tokens) if fixed.isdisjoint(match.covered)]
    taken = {place for match in found for place in match.covered} | fixed
    return [*found, *compounds(tokens, lexicon, taken)]


def _decided(
    tokens: Sequence[Token], meant: Sequence[Match], fixed: set[int], lexicon: Lexicon
) -> tuple[Sequence[Decided], Sequence[Match], bool]:
    """What the words mean; what they mean that is not here; whether only the sentence as a whole says so."""
    decided = decide(tokens, meant)
    not_here = [match for match in meant if any(sense.kind is Role.NOT_HERE for sense in match.senses)]
    elsewhere = {place for match in not_here for place in match.covered}
    spoken_of = needs_of_sentence(tokens, decided, fixed, elsewhere, lexicon)
    if spoken_of:
        return spoken_of, [], True
    # "Cheap" says nothing of a lawyer; with a hotel it is one word more that has to be there.
    return [each for each in decided if each.senses or not not_here], not_here, False


def _understood(text: str, tokens: Sequence[Token], decided: Iterable[Decided]) -> Iterator[Understood]:
    for each in decided:
        words = _written(text, tokens, each.covered)
        length = sum(not tokens[place].is_little for place in each.covered) or 1
        for sense in each.senses:
            if isinstance(sense.kind, Kind):
                yield Understood(words, sense.kind, sense.value, length)


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


def _rest(
    text: str, tokens: Sequence[Token], decided: Sequence[Decided], fixed: set[int], quotations: Sequence[str]
) -> str:
    spoken_for = {place for each in decided for place in each.covered} | _literal(tokens, quotations)
    left = [place for place, token in enumerate(tokens) if place not in spoken_for and not token.is_little]
    if fixed.isdisjoint(left) and _says_nothing_more(tokens, left, decided):
        left = []
    return " ".join([*(f'"{quotation}"' for quotation in quotations), _written(text, tokens, left)]).strip()


def _says_nothing_more(tokens: Sequence[Token], left: Iterable[int], decided: Iterable[Decided]) -> bool:
    """Beside a need, what only held words together is nothing to look for: custody "after" divorce."""
    names_a_need = any(sense.kind is Kind.NEEDS for each in decided for sense in each.senses)
    return names_a_need and all(tokens[place].word in GRAMMAR for place in left)


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
        range(begins, _end_of(phrase, tokens, begins))
        for phrase in map(tokens_of, literal)
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
