"""What makes two spellings the same word, for every engine, when indexing and when asking.

`fold` takes spelling away: case, accents, the letters that Persian and Arabic keyboards have for one another,
digits, ß and umlauts in either spelling. `index_terms` and `query_terms` make of folded text what is stored
and what is looked for. An index of folded text needs no knowledge of any language.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from search.quotations import quoted, unquoted
from search.stemming import stem, stems_in_its_script
from search.stopwords import STOPWORDS

# Shorter beginnings match too much to mean anything.
SHORTEST_PREFIX = 3
MOST_TERMS = 12
_LONGEST_JOINED = 20
# Begins the term that a whole name is, which no word can begin with, and stands between texts.
WHOLE = "·"

_LETTERS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ې": "ی", "ے": "ی",
        "ك": "ک", "ڪ": "ک",
        "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
        "ٱ": "ا", "ڤ": "ف",
        "ء": None, "ـ": None,
        "œ": "o", "æ": "a", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
        "\u200c": " ", "\u200d": None, "\u00ad": None,
    }
)  # fmt: skip
_MARKS_AND_DIGITS = {
    point: None if category == "Mn" else str(unicodedata.digit(chr(point)))
    for point in range(sys.maxunicode + 1)
    if (category := unicodedata.category(chr(point))) in {"Mn", "Nd"}
}
# The second half of a German umlaut that is written with two letters: Muenchen is München.
_SECOND_HALF = re.compile(r"(?<=[aou])e+")
_WORD = re.compile(r"[^\W_]+")
_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff]+")
_SPACE = re.compile(r"\s+")
_BREAK = re.compile(r"[^\w\s]+|_+")


@dataclass(frozen=True)
class Term:
    """One word that somebody looks for.

    Any of `forms` is the word itself, `prefix` (or "") its beginning, any of `near` what may have been meant.
    """

    forms: tuple[str, ...]
    prefix: str
    near: tuple[str, ...] = ()


def fold(text: str) -> str:
    """The text without its spelling; folding it again changes nothing."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).casefold()
        text = unicodedata.normalize("NFKD", text).translate(_MARKS_AND_DIGITS).translate(_LETTERS)
    return _SPACE.sub(" ", _SECOND_HALF.sub("", text.lower())).strip()


def is_arabic_script(word: str) -> bool:
    return _ARABIC_SCRIPT.fullmatch(word) is not None


def words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def index_terms(text: str, language: str) -> list[str]:
    """What an index stores of a text in that language, each term once."""
    found: dict[str, None] = {}
    for phrase in _phrases(text):
        for word in phrase:
            found[word] = found[stem(word, language)] = None
        found |= dict.fromkeys(filter(None, _joined(phrase)))
    return list(found)


def whole_name(name: str) -> str:
    """A name as one term, however its words are set apart; "" if nothing is left of it."""
    together = "".join(words(name))
    return f"{WHOLE}{together}" if together else ""


def in_order(texts: Iterable[str]) -> str:
    """The words of the texts as they follow each other, so that a phrase can be looked for."""
    return WHOLE.join(f" {' '.join(words(text))} " for text in texts)


def phrases(text: str) -> tuple[str, ...]:
    """What is quoted and longer than a word, as `in_order` has it."""
    quotations = (words(quotation) for quotation in quoted(text))
    return tuple(dict.fromkeys(f" {' '.join(quotation)} " for quotation in quotations if len(quotation) > 1))


@lru_cache(maxsize=5_000)
def query_terms(text: str) -> tuple[Term, ...]:
    """What to look for: every term has to be found; a quoted word as it is, any other in all its forms.

    Words that say nothing count only where there are no others.
    """
    terms = {Term((word,), ""): word for quotation in quoted(text) for word in words(quotation)}
    terms |= {term: word for phrase in _phrases(unquoted(text)) for word, term in _terms(phrase)}
    telling = [term for term, word in terms.items() if word not in STOPWORDS]
    return tuple((telling or list(terms))[:MOST_TERMS])


def _terms(phrase: list[str]) -> list[tuple[str, Term]]:
    neighbours = ["", *_joined(phrase), ""]
    terms = []
    for word, before, after in zip(phrase, neighbours[:-1], neighbours[1:], strict=True):
        forms = dict.fromkeys(filter(None, (word, *stems_in_its_script(word), before, after)))
        terms.append((word, Term(tuple(forms), word if len(word) >= SHORTEST_PREFIX else "")))
    return terms


def _phrases(text: str) -> list[list[str]]:
    """Words with nothing but space between them."""
    return [phrase.split() for phrase in _BREAK.split(fold(text)) if phrase.strip()]


def _joined(phrase: list[str]) -> list[str]:
    """Each word with the next one, where they may be one word.

    Persian writes one word apart, together or with a thin break: neighbours count as one word as well.
    """
    return [_join(*pair) for pair in pairwise(phrase)]


def _join(first: str, second: str) -> str:
    joined = first + second
    return joined if len(joined) <= _LONGEST_JOINED and is_arabic_script(joined) else ""
