"""The terms of a query, the same for every engine."""

from dataclasses import replace

from search.query import Query
from search.text import Term, query_terms


def terms_of(query: Query) -> tuple[Term, ...]:
    """What to look for: every term has to be found."""
    terms = query_terms(query.text)
    for word, other in query.same_as:
        terms = tuple(_as_well_as(term, word, other) for term in terms)
    return terms


def wanted_terms_of(query: Query) -> tuple[Term, ...]:
    """What ranks those that hold it, beside the terms, and leaves out none that does not."""
    asked = set(terms_of(query))
    return tuple(term for term in query_terms(query.wanted) if term not in asked)


def _as_well_as(term: Term, word: str, other: str) -> Term:
    """The term, with the forms of the other word where it is this one."""
    if not any(term.forms[0] == same.forms[0] for same in query_terms(word)):
        return term
    forms = (form for same in query_terms(other) for form in same.forms)
    return replace(term, forms=tuple(dict.fromkeys([*term.forms, *forms])))
