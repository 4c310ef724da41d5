"""A query cut into words that know where they stand in it, and the forms under which each may be known."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from search.stemming import stems_in_its_script, without_clitics
from search.stopwords import STOPWORDS
from search.text import fold
from search.understanding.persian import roots

# How far a form is from what was written: the less, the surer.
AS_WRITTEN, WITHOUT_CLITIC, STEM = range(3)

_APOSTROPHES = frozenset("'’ʼ‘`´")
# Between words these join more than they part.
_HYPHENS = "Pd"


@dataclass(frozen=True, slots=True)
class Token:
    """`word` is folded; `begins` and `ends` are places in the text; `is_new` after a comma, a full stop."""

    word: str
    begins: int
    ends: int
    is_new: bool = False

    @property
    def is_little(self) -> bool:
        return self.word in STOPWORDS


def tokens_of(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    after = 0
    for begins, ends in _spans(text):
        is_new = any(_parts(character) for character in text[after:begins])
        for word in _words(text[begins:ends]):
            found.append(Token(word, begins, ends, is_new))
            is_new = False
        after = ends
    return tuple(found)


@lru_cache(maxsize=20_000)
def forms_of(word: str) -> dict[str, int]:
    """Each form of a folded word, and how far it is from the word."""
    forms = {word: AS_WRITTEN}
    for bare in without_clitics(word):
        forms.setdefault(bare, WITHOUT_CLITIC)
    if not word.isascii():
        for root in roots(word):
            forms.setdefault(root, STEM)
    for form in list(forms):
        for stem in stems_in_its_script(form):
            forms.setdefault(stem, STEM)
    return forms


def joined(first: str, second: str) -> str:
    """Both as one word, in the script whose writers part words or do not; "" in others."""
    return "" if first.isascii() or second.isascii() else first + second


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begins: int | None = None
    for place, character in enumerate(text):
        if unicodedata.category(character)[0] in "LNM" or _is_within(text, place):
            begins = place if begins is None else begins
        elif begins is not None:
            yield begins, place
            begins = None
    if begins is not None:
        yield begins, len(text)


def _is_within(text: str, place: int) -> bool:
    """An apostrophe before one last letter: can't is one word, l'asile is two."""
    letters = text[place - 1 : place] + text[place + 1 : place + 3] + " "
    return text[place] in _APOSTROPHES and letters[:2].isalpha() and not letters[2].isalpha()


def _words(written: str) -> list[str]:
    return fold("".join(character for character in written if character not in _APOSTROPHES)).split()


def _parts(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "P" and category != _HYPHENS and character not in _APOSTROPHES
