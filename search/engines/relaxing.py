"""The ways to ask for less."""

from dataclasses import replace

from search.query import Kind, Query

# A longer text is given up as a whole.
_MOST_WORDS = 8


def without_each_kind(query: Query) -> dict[Kind, Query]:
    return {kind: query.without(kind) for kind in Kind if query.chosen(kind)}


def with_less_text(query: Query) -> list[Query]:
    """Without each word in turn, and without any."""
    words = query.text.split()
    if not words:
        return []
    shorter = []
    if 1 < len(words) <= _MOST_WORDS:
        shorter = [" ".join(words[:left] + words[left + 1 :]) for left in range(len(words))]
    return [replace(query, text=text, page=1) for text in dict.fromkeys([*shorter, ""])]
