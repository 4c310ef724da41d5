"""Word forms brought to their stem, by snowball, on folded words.

Nobody says in which language a query is, so a query's word is stemmed in every language of its script.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

import Stemmer

_ALGORITHMS = {"fa": "persian", "ar": "arabic", "en": "english", "fr": "french", "de": "german"}
_ARABIC_SCRIPT = ("fa", "ar")
_LATIN_SCRIPT = ("en", "fr", "de")
# Folding writes Persian letters; the Arabic stemmer reads Arabic ones.
_TO_ARABIC = str.maketrans("یک", "يك")
_TO_PERSIAN = str.maketrans("يك", "یک")
_SHORTEST_STEM = 2
# In, for, as, and the article, as folding leaves them: "ببرلین" is "in Berlin". And and so stand before them.
_ARABIC_CLITICS = ("وال", "بال", "فال", "کال", "لل", "ال", "و", "ب", "ل", "ف", "ک")
_ARABIC_CONJUNCTIONS = ("و", "ف")
_SHORTEST_BARE_WORD = 3


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word; the word itself in a language without a stemmer."""
    if language not in _ALGORITHMS:
        return word
    if language == "ar":
        word = word.translate(_TO_ARABIC)
    found = _stemmer(language).stemWord(word).translate(_TO_PERSIAN)
    return found if len(found) >= _SHORTEST_STEM else word.translate(_TO_PERSIAN)


def stems_in_its_script(word: str) -> tuple[str, ...]:
    languages = _LATIN_SCRIPT if word.isascii() else _ARABIC_SCRIPT
    return tuple(dict.fromkeys(stem(word, language) for language in languages))


@cache
def _stemmer(language: str) -> Any:
    """In C, a microsecond a word; whatever threads ask it, it ends one word before the next."""
    return Stemmer.Stemmer(_ALGORITHMS[language], 0)


def without_clitics(word: str) -> Iterator[str]:
    """A folded Arabic word without the little words and the article that are written as one with it."""
    for rest in _without(_ARABIC_CLITICS, word):
        yield rest
        if word.removesuffix(rest) in _ARABIC_CONJUNCTIONS:
            yield from _without(_ARABIC_CLITICS, rest)


def _without(clitics: Iterable[str], word: str) -> Iterator[str]:
    for clitic in clitics:
        rest = word.removeprefix(clitic)
        if rest != word and len(rest) >= _SHORTEST_BARE_WORD:
            yield rest
