"""A text together with the language it is in, so that a page can say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale


@cache
def direction(language: str) -> str:
    return "rtl" if Locale.parse(language, sep="-").character_order == "right-to-left" else "ltr"


def comma(language: str) -> str:
    return "، " if direction(language) == "rtl" else ", "


@dataclass(frozen=True, slots=True)
class Wording:
    text: str
    language: str
    direction: str
    is_fallback: bool

    def __bool__(self) -> bool:
        return bool(self.text)


def worded(texts: Mapping[str, str], reader: str, source: str) -> Wording:
    """The text in the reader's language; else in English; else in the language it was written in."""
    languages = (reader, "en", source)
    language = next((code for code in languages if texts.get(code)), source)
    return Wording(texts.get(language, ""), language, direction(language), is_fallback=language != reader)


def as_written(text: str, source: str, reader: str) -> Wording:
    """A text that is there only in the language it was written in."""
    return Wording(text, source, direction(source), is_fallback=source != reader)


def in_language(names: Mapping[str, str], reader: str) -> str:
    """A name of which English always exists."""
    return names.get(reader) or names.get("en", "")
