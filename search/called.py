"""Whether what somebody wrote is the name of a listing or an organization."""

from collections.abc import Mapping
from typing import Any

from search.text import Term, query_terms, words

# So much of a name has to be written, unless it is written whole.
_ENOUGH = 0.5
# So many listings with the words among their names are looked at.
MOST_NAMES = 50


def is_called(text: str, document: Mapping[str, Any]) -> bool:
    """`document` is the listing's card. One word has to be the whole name; several, most of one."""
    asked = query_terms(text)
    names = (*document["name"].values(), document["organization"])
    return any(_is_name(asked, name) for name in names)


def _is_name(asked: tuple[Term, ...], written: str) -> bool:
    # Most names are longer than a word, and need not be looked at further.
    if len(asked) == 1 and len(words(written)) != 1:
        return False
    name = query_terms(written)
    held = [term for term in asked if any(_are_one(term, other) for other in name)]
    return bool(asked) and len(held) == len(asked) >= _ENOUGH * len(name)


def _are_one(one: Term, other: Term) -> bool:
    return not set(one.forms).isdisjoint(other.forms)
