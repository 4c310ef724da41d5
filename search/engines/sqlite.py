"""SQLite: FTS5 finds the words."""

from collections.abc import Sequence

from django.db import connections

from search.engines.database import DatabaseEngine
from search.engines.matching import Key, Where
from search.text import Term

_WORD = "SELECT {}, group_concat(rowid) FROM search_fulltext WHERE search_fulltext MATCH %s"
# Only of listings that hold each of its words are the words read in their order.
_PHRASE = """
SELECT {}, group_concat(service_id) FROM search_entryphrases WHERE instr(words, %s) AND service_id IN
(SELECT rowid FROM search_fulltext WHERE search_fulltext MATCH %s)
"""


class SqliteEngine(DatabaseEngine):
    # Writers come one after the other, so versions are a plain count.
    position = (
        "max((SELECT coalesce(max(version), 0) FROM search_entry),"
        " (SELECT coalesce(max(version), 0) FROM search_choicename))"
    )

    def next_version(self) -> int:
        with connections[self._alias].cursor() as cursor:
            cursor.execute(f"SELECT {self.position} + 1")
            return cursor.fetchone()[0]

    def listings_holding(self, asked: Sequence[Key]) -> list[str | None]:
        statement = " UNION ALL ".join(
            (_PHRASE if where is Where.PHRASE else _WORD).format(number)
            for number, (_term, where) in enumerate(asked)
        )
        with connections[self._alias].cursor() as cursor:
            cursor.execute(statement, [value for each in asked for value in _parameters(*each)])
            found = dict(cursor.fetchall())
        return [found[number] for number in range(len(asked))]


def _parameters(term: Term, where: Where) -> list[str]:
    if where is Where.PHRASE:
        phrase = term.forms[0]
        return [phrase, " AND ".join(map(_quoted, phrase.split()))]
    return [_match(term, where)]


def _match(term: Term, where: Where) -> str:
    """In FTS5's own language."""
    forms, near = (" OR ".join(map(_quoted, words)) for words in (term.forms, term.near))
    begins = f"{_quoted(term.prefix)} *"
    match where:
        case Where.NEAR:
            return near
        case Where.NEAR_A_NAME:
            return f"names : ({near})"
        case Where.NAME:
            return f"names : ({forms})"
        case Where.BEGINNING_OF_A_NAME:
            return f"names : ({begins})"
        case Where.SUMMARY:
            return f"summaries : ({forms})"
    return f"{forms} OR {begins}" if term.prefix else forms


def _quoted(word: str) -> str:
    return f'"{word}"'
