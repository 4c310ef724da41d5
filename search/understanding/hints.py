"""What a whole sentence is about, where no phrase of it is known: its words are, one by one.

Each word speaks for the needs in whose words it stands, the more the fewer those are. "On surveille mon
téléphone et lit mes messages" is no phrase that an editor wrote, but three of its words are of one need.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log

from search.grammar import GRAMMAR
from search.understanding.tokens import Token, forms_of, tokens_of

# A word of a need that stands in so many of its phrases says no more than in fewer.
_MOST_PHRASES = 6
# What a phrase of several words says beyond its words, each; and a word that is a need's name.
_TOGETHER = 5.0
# Less is chance; and so are all needs that are so far behind the likeliest.
_ENOUGH = 5.0
_BEHIND = 0.7


class Hints:
    """The words of all needs, each with the needs that it speaks for and how loudly."""

    def __init__(self, phrases: Iterable[tuple[str, str]], broader: Iterable[tuple[str, str]] = ()) -> None:
        """`phrases` are those of needs, `broader` the need that each narrower one is part of."""
        self._broader = dict(broader)
        counts: dict[str, dict[str, int]] = {}
        needs = set()
        for need, phrase in phrases:
            needs.add(need)
            words = (token.word for token in tokens_of(phrase) if _speaks(token))
            for form in {form for word in words for form in forms_of(word)}:
                of_form = counts.setdefault(form, {})
                of_form[need] = of_form.get(need, 0) + 1
        self._weights = {form: _weights(of_form, len(needs)) for form, of_form in counts.items()}

    def likeliest(
        self,
        tokens: Sequence[Token],
        elsewhere: Collection[int],
        phrases: Iterable[tuple[str, Sequence[int]]],
        fewest_words: int,
    ) -> dict[str, list[int]]:
        """The needs that a sentence speaks of, the likeliest first, each with the places of the words for it.

        `elsewhere` are the places of words that say something else; `phrases` the needs that phrases name,
        with the places of their words. `fewest_words` have to speak of each.
        """
        scores: dict[str, float] = {}
        places: dict[str, list[int]] = {}
        for place, token in enumerate(tokens):
            if place not in elsewhere and _speaks(token):
                for need, weight in self._of(token.word).items():
                    scores[need] = scores.get(need, 0) + weight
                    places.setdefault(need, []).append(place)
        for need, covered in phrases:
            places.setdefault(need, []).extend(covered)
            outright = self._said_outright(need, [tokens[place].word for place in covered])
            scores[need] = scores.get(need, 0) + outright
        best = max(scores.values(), default=0)
        return {
            need: places[need]
            for need in sorted(scores, key=lambda need: (-scores[need], need))
            if scores[need] >= max(_ENOUGH, _BEHIND * best) and len(set(places[need])) >= fewest_words
        }

    def _said_outright(self, need: str, words: Sequence[str]) -> float:
        is_phrase = len(words) > 1
        return _TOGETHER * len(words) if is_phrase or self._is_name(words[0], need) else 0

    def _is_name(self, word: str, need: str) -> bool:
        """Whether it is spoken of nowhere else: a lawyer is legal help, and children are of many needs."""
        return self._families(word) == {self._family(need)}

    def _families(self, word: str) -> set[str]:
        return {self._family(need) for need in self._weights.get(word, ())}

    def _family(self, need: str) -> str:
        return self._broader.get(need, need)

    def _of(self, word: str) -> dict[str, float]:
        """By the form of it that speaks loudest for each."""
        found: dict[str, float] = {}
        for form in forms_of(word):
            for need, weight in self._weights.get(form, {}).items():
                found[need] = max(weight, found.get(need, 0))
        return found


def _weights(counts: Mapping[str, int], needs: int) -> dict[str, float]:
    rarity = log(needs / len(counts))
    return {need: rarity * (1 + log(min(count, _MOST_PHRASES))) for need, count in counts.items()}


def _speaks(token: Token) -> bool:
    return not token.is_little and token.word not in GRAMMAR
