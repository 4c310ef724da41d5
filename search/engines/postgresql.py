"""PostgreSQL: tsvectors of our own terms under GIN find the words."""

from collections.abc import Sequence

from django.db import connections

from search.engines.database import DatabaseEngine
from search.engines.matching import Key, Where
from search.text import Term

# Functions of a migration, which look in the index in any case.
_HOLDING = {
    Where.NEAR: "search_all_holding",
    Where.NEAR_A_NAME: "search_names_holding",
    Where.ANYWHERE: "search_all_holding",
    Where.SUMMARY: "search_summaries_holding",
    Where.BEGINNING_OF_A_NAME: "search_names_holding",
    Where.NAME: "search_names_holding",
}
_WORD = "SELECT {}, {}(%s::tsquery)"
# Only of listings that hold each of its words are the words read in their order.
_PHRASE = """
SELECT {}, string_agg(service_id::text, ',') FROM search_entryphrases JOIN search_entrytext USING (service_id)
WHERE strpos(search_entryphrases.words, %s) > 0 AND all_vector @@ %s::tsquery
"""


class PostgresqlEngine(DatabaseEngine):
    # Transactions may commit in another order than they began: whatever began after the oldest one that
    # still runs is read again.
    position = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1"

    def next_version(self) -> int:
        with connections[self._alias].cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()::text::bigint")
            return cursor.fetchone()[0]

    def listings_holding(self, asked: Sequence[Key]) -> list[str | None]:
        statement = " UNION ALL ".join(
            _PHRASE.format(number) if where is Where.PHRASE else _WORD.format(number, _HOLDING[where])
            for number, (_term, where) in enumerate(asked)
        )
        with connections[self._alias].cursor() as cursor:
            cursor.execute(statement, [value for each in asked for value in _parameters(*each)])
            found = dict(cursor.fetchall())
        return [found[number] for number in range(len(asked))]


def _parameters(term: Term, where: Where) -> list[str]:
    if where is Where.PHRASE:
        phrase = term.forms[0]
        return [phrase, " & ".join(map(_quoted, phrase.split()))]
    return [_match(term, where)]


def _match(term: Term, where: Where) -> str:
    """In tsquery's own language."""
    forms, near = ([*map(_quoted, words)] for words in (term.forms, term.near))
    begins = [f"{_quoted(term.prefix)}:*"] if term.prefix else []
    match where:
        case Where.NEAR | Where.NEAR_A_NAME:
            wanted = near
        case Where.BEGINNING_OF_A_NAME:
            wanted = begins
        case Where.ANYWHERE:
            wanted = forms + begins
        case _:
            wanted = forms
    return " | ".join(wanted)


def _quoted(word: str) -> str:
    return f"'{word}'"
