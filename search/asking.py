"""What a query looks for in texts, the same for every engine."""

from search import text
from search.known_words import known_words
from search.query import Query
from search.spelling import forgiving
from search.text import Term


def terms_of(query: Query) -> tuple[Term, ...]:
    """What to look for: every term has to be found."""
    terms = text.query_terms(query.text)
    if not any(term.prefix for term in terms):
        return terms
    dictionary = known_words().dictionary()
    return tuple(forgiving(term, dictionary) for term in terms)


def phrases_of(query: Query) -> tuple[str, ...]:
    """What is quoted: each has to stand among the words of a name or summary, as `EntryPhrases` has them."""
    return text.phrases(query.text)


def name_of(query: Query) -> str:
    """The whole query as the term that a listing or organization of that name has among its names."""
    return text.whole_name(query.text)
