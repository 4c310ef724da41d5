"""Text as the site stores it: without what cannot be seen and can mislead."""

import re
import unicodedata

from directory.plain import plain

_SPACES_AT_LINE_END = re.compile(r"[ \t]+\n")
_LETTERS = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و"}
)


def clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SPACES_AT_LINE_END.sub("\n", plain(text)).strip()


def western_digits(text: str) -> str:
    """Persian, Arabic and full-width digits as 0-9."""
    return "".join(str(unicodedata.decimal(character, character)) for character in text)


def matching(text: str) -> str:
    """Equal for all spellings of one name: case, accents, letter variants, digits, ZWNJ and spaces."""
    text = unicodedata.normalize("NFKD", western_digits(text).translate(_LETTERS)).casefold()
    letters = (
        " " if character in "\u200c_-‐‑–" else character
        for character in text
        if not unicodedata.combining(character) and character not in "ـ\u200d\u200e\u200f'’.,"
    )
    return " ".join("".join(letters).split())
