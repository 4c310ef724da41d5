"""Spellings of one person's name meet in a key: محمد, Mohammad, Muhammed and Mohamed are one name.

A key is what a name sounds like, written coarsely: its consonants, one sign for each that languages write
differently; whether it begins with a vowel; the vowel before the last consonant, and the one it ends in.
Short vowels are not written in Persian and Arabic, and one letter there is several in Latin script, so a name
has several keys, and two names meet if they share one. Whoever keeps keys keeps them hashed.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, product

from anyascii import anyascii

from confidential.name_parts import DESCENT, parts, without
from confidential.name_sounds import arabic_sounds, latin_sounds

MOST_WORDS = 8
LONGEST_NAME = 300
# A name that can be read in more ways than this is read in as many.
MOST_KEYS = 256
_LETTERS = str.maketrans(
    {
        "ي": "ی", "ى": "ی", "ې": "ی", "ے": "ی", "ئ": "ی",
        "ك": "ک", "ڪ": "ک", "ګ": "گ", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
        "ٱ": "ا", "أ": "ا", "إ": "ا", "ؤ": "و", "ء": None, "ـ": None,
        "ټ": "ت", "ډ": "د", "ړ": "ر", "ښ": "ش", "ږ": "ژ",
        # What anyascii would make plain.
        "ş": "sh", "š": "sh", "ç": "ch", "č": "ch", "ž": "zh", "ḫ": "kh", "ẖ": "kh", "ġ": "gh", "ğ": "gh",
        "ə": "a",
        # Unseen, or between the letters of a word.
        "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None, "\u00ad": None, "\ufeff": None,
        "'": None, "’": None, "‘": None, "ʿ": None, "ʾ": None, "`": None, "ʻ": None, "ʼ": None,
    }
)  # fmt: skip
_LATIN = re.compile(r"[a-z]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_WORD = re.compile(r"[^\W\d_]+")


def name_keys(name: str) -> set[str]:
    """In whatever order its words stand, with titles and without; empty if there is nothing to read."""
    whole = parts(_words(name))
    plain = without(DESCENT, whole, leaving=2)
    readings = [whole] if plain == whole else [whole, plain]
    return {key for words in readings for key in islice(_keys(words), MOST_KEYS // len(readings))}


def _keys(words: list[str]) -> Iterator[str]:
    sounds = [sorted(found) for word in words if (found := _sounds(word))]
    return (" ".join(sorted(chosen)) for chosen in product(*sounds) if chosen)


def _sounds(word: str) -> set[str]:
    return arabic_sounds(word) if _ARABIC.match(word) else latin_sounds(word)


def _words(name: str) -> list[str]:
    """In small letters of Persian, or from a to z."""
    plain = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).casefold().translate(_LETTERS)
    marked = unicodedata.normalize("NFKD", plain)
    unmarked = "".join(sign for sign in marked if not unicodedata.combining(sign))
    return [word for found in _WORD.findall(unmarked) if (word := _in_one_script(found))][:MOST_WORDS]


def _in_one_script(word: str) -> str:
    return word if _ARABIC.match(word) else "".join(_LATIN.findall(anyascii(word).lower()))
