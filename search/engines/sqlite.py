"""SQLite: FTS5 finds the words."""

from collections.abc import Sequence

from django.db import connections

from search.engines.database import DatabaseEngine
from search.engines.matching import Where
from search.text import Term


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

    def listings_holding(self, asked: Sequence[tuple[Term, Where]]) -> list[str | None]:
        one = "SELECT {}, group_concat(rowid) FROM search_fulltext WHERE search_fulltext MATCH %s"
        statement = " UNION ALL ".join(one.format(number) for number in range(len(asked)))
        with connections[self._alias].cursor() as cursor:
            cursor.execute(statement, [_match(term, where) for term, where in asked])
            found = dict(cursor.fetchall())
        return [found[number] for number in range(len(asked))]


def _match(term: Term, where: Where) -> str:
    """In FTS5's own language."""
    forms = " OR ".join(f'"{form}"' for form in term.forms)
    begins = f'"{term.prefix}" *'
    match where:
        case Where.NAME:
            return f"names : ({forms})"
        case Where.BEGINNING_OF_A_NAME:
            return f"names : ({begins})"
        case Where.SUMMARY:
            return f"summaries : ({forms})"
    return f"{forms} OR {begins}" if term.prefix else forms
