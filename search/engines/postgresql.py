"""PostgreSQL: tsvectors of our own terms under GIN find the words."""

from collections.abc import Sequence

from django.db import connections

from search.engines.database import DatabaseEngine
from search.engines.matching import Where
from search.text import Term

_VECTORS = {
    Where.ANYWHERE: "all_vector",
    Where.SUMMARY: "summaries_vector",
    Where.BEGINNING_OF_A_NAME: "names_vector",
    Where.NAME: "names_vector",
}


class PostgresqlEngine(DatabaseEngine):
    # Transactions may commit in another order than they began: whatever began after the oldest one that
    # still runs is read again.
    position = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1"

    def next_version(self) -> int:
        with connections[self._alias].cursor() as cursor:
            cursor.execute("SELECT pg_current_xact_id()::text::bigint")
            return cursor.fetchone()[0]

    def listings_holding(self, asked: Sequence[tuple[Term, Where]]) -> list[str | None]:
        statement = " UNION ALL ".join(
            f"SELECT {number}, string_agg(service_id::text, ',')"  # noqa: S608 - constants
            f" FROM search_entrytext WHERE {_VECTORS[where]} @@ %s::tsquery"
            for number, (_term, where) in enumerate(asked)
        )
        with connections[self._alias].cursor() as cursor:
            cursor.execute(statement, [_match(term, where) for term, where in asked])
            found = dict(cursor.fetchall())
        return [found[number] for number in range(len(asked))]


def _match(term: Term, where: Where) -> str:
    """In tsquery's own language."""
    forms = [f"'{form}'" for form in term.forms]
    begins = [f"'{term.prefix}':*"] if term.prefix else []
    wanted = {Where.ANYWHERE: forms + begins, Where.BEGINNING_OF_A_NAME: begins}.get(where, forms)
    return " | ".join(wanted)
