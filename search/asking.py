"""The terms of a query, the same for every engine."""

from search.query import Query
from search.text import Term, query_terms


def terms_of(query: Query) -> tuple[Term, ...]:
    """What to look for: every term has to be found."""
    return query_terms(query.text)
