"""What a query looks for in texts, the same for every engine."""

from dataclasses import replace

from search import text
from search.known_words import known_words
from search.query import Query
from search.spelling import forgiving
from search.text import Term


def terms_of(query: Query) -> tuple[Term, ...]:
    """What to look for: every term has to be found."""
    terms = text.query_terms(query.text)
    if any(term.prefix for term in terms):
        dictionary = known_words().dictionary()
        terms = tuple(forgiving(term, dictionary, query.language) for term in terms)
    for word, other in query.same_as:
        terms = tuple(_as_well_as(term, word, other) for term in terms)
    return terms


def wanted_terms_of(query: Query) -> tuple[Term, ...]:
    """What ranks those that hold it, beside the terms, and leaves out none that does not."""
    asked = {term.forms for term in text.query_terms(query.text)}
    return tuple(term for term in text.query_terms(query.wanted) if term.forms not in asked)


def phrases_of(query: Query) -> tuple[str, ...]:
    """What is quoted: each has to stand among the words of a name or summary, as `EntryPhrases` has them."""
    return text.phrases(query.text)


def name_of(query: Query) -> str:
    """All that was written as the term that a listing or organization of that name has among its names."""
    return text.whole_name(query.written or query.text)


def _as_well_as(term: Term, word: str, other: str) -> Term:
    """The term, with the forms of the other word where it is this one."""
    if not any(term.forms[0] == same.forms[0] for same in text.query_terms(word)):
        return term
    forms = (form for same in text.query_terms(other) for form in same.forms)
    return replace(term, forms=tuple(dict.fromkeys([*term.forms, *forms])))
