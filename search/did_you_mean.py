"""“Did you mean”: a better spelling of what somebody asked, written as people write it."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings

from directory import names
from search.descriptions import descriptions_of
from search.engines import Hit, Results
from search.known_words import known_words
from search.query import Query
from search.quotations import unquoted
from search.spelling import Dictionary
from search.stemming import stem, stems_in_its_script
from search.written import as_written, pieces

# So few listings that another spelling is worth a second look.
FEW = 3
# A word that stands in listings is doubted only for one that stands in so many times as many.
MUCH_MORE_FREQUENT = 5
Texts = Iterator[tuple[str, str]]
TextsOfNeeds = Sequence[tuple[str, str]]
_LANGUAGES = frozenset(language for language, _name in settings.LANGUAGES)


def better_spelling(
    search: Callable[[Query], Results], asked: Query, query: Query, results: Results, of_needs: TextsOfNeeds
) -> str:
    """What was asked with its words spelled as most listings spell them, if that finds more; else "".

    `query` is what was searched for and found `results`; its text may be less than what was asked.
    """
    words = _Words(known_words().dictionary(), query)
    better = words.slips() or (words.doubtful() if results.total <= FEW else {})
    if not better:
        return ""
    if results.total <= FEW:
        # A slip finds nothing by itself.
        enough = 1 if words.slips() else results.total + 1
        results = search(replace(query, text=_replaced(query.text, better), page=1))
        if results.total < enough:
            return ""
    written = as_written(better.values(), _texts(results.hits, query.language, of_needs))
    return _replaced(asked.text, {word: written[meant] for word, meant in better.items()})


class _Words:
    """The words of a query and what else they could be; what is quoted is meant as it stands."""

    def __init__(self, dictionary: Dictionary, query: Query) -> None:
        self._dictionary, self._language = dictionary, query.language
        self._near = {
            piece.folded: next(iter(dictionary.near(piece.folded)), "")
            for piece in pieces(unquoted(query.text))
        }

    def slips(self) -> dict[str, str]:
        """For each word that no listing holds the most frequent one near it."""
        return {
            word: near
            for word, near in self._near.items()
            if near and not self._dictionary.holds(word, self._language)
        }

    def doubtful(self) -> dict[str, str]:
        """For each word that is rare beside one near it, that one; another form of it is no better one."""
        return {word: near for word, near in self._near.items() if near and self._is_rare(word, beside=near)}

    def _is_rare(self, word: str, *, beside: str) -> bool:
        held = max(self._dictionary.frequency(form) for form in (word, stem(word, self._language)))
        is_another = set(stems_in_its_script(beside)).isdisjoint(stems_in_its_script(word))
        return is_another and self._dictionary.frequency(beside) >= MUCH_MORE_FREQUENT * held


def _replaced(text: str, better: Mapping[str, str]) -> str:
    return "".join(better.get(piece.folded, piece.text) for piece in pieces(text))


def _texts(hits: Sequence[Hit], reader: str, of_needs: TextsOfNeeds) -> Iterator[Texts]:
    """Where the words are found as people write them, the likeliest and the reader's language first."""
    documents = [hit.document for hit in hits]
    yield _of_names(documents, {reader})
    yield _of_places(documents, reader)
    yield (each for each in of_needs if each[1] == reader)
    yield (each for each in of_needs if each[1] != reader)
    yield _of_names(documents, _LANGUAGES - {reader})
    descriptions = descriptions_of(hits).values()
    yield ((texts.get(reader, ""), reader) for texts in descriptions)
    yield ((text, language) for texts in descriptions for language, text in texts.items())


def _of_names(documents: Iterable[Mapping[str, Any]], languages: Collection[str]) -> Texts:
    for document in documents:
        for texts in (document["name"], document["summary"]):
            yield from ((text, language) for language, text in texts.items() if language in languages)
        if document["source"] in languages:
            yield document["organization"], document["source"]


def _of_places(documents: Iterable[Mapping[str, Any]], reader: str) -> Texts:
    for document in documents:
        yield from ((text, reader) for town in document["towns"] for text in town.values())
        yield names.country_name(document["country"], reader) if document["country"] else "", reader
        yield from ((names.language_name(code, reader), reader) for code in document["languages"])
