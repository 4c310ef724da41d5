"""“Did you mean”: a better spelling of what somebody asked, written as people write it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from directory import names
from directory.models import NeedTranslation
from search.engines import Engine, Results
from search.known_words import known_words
from search.query import Query
from search.quotations import unquoted
from search.spelling import Dictionary
from search.stemming import stems_in_its_script
from search.written import as_written, pieces

# So few listings that another spelling is worth a second look.
FEW = 3
# A word that stands in listings is doubted only for one that stands in so many times as many.
MUCH_MORE_FREQUENT = 5
Texts = Iterator[tuple[str, str]]
_NAMES = ("name", "summary")
_LANGUAGES = frozenset(language for language, _name in settings.LANGUAGES)


def better_spelling(engine: Engine, asked: Query, query: Query, results: Results, now: datetime) -> str:
    """What was asked with its words spelled as most listings spell them, if that finds more; else "".

    `query` is what was searched for and found `results`; its text may be less than what was asked.
    """
    dictionary = known_words().dictionary()
    better = _better_words(query.text, dictionary, doubting=results.total <= FEW)
    if not better:
        return ""
    if results.total <= FEW:
        # A word that no listing holds finds nothing by itself.
        enough = results.total + 1 if all(map(dictionary.knows, better)) else 1
        results = engine.search(replace(query, text=_replaced(query.text, better), page=1), now=now)
        if results.total < enough:
            return ""
    written = as_written(better.values(), _texts([hit.document for hit in results.hits], query.language))
    return _replaced(asked.text, {word: written[meant] for word, meant in better.items()})


def _better_words(text: str, dictionary: Dictionary, *, doubting: bool) -> dict[str, str]:
    """For each word written in an unusual way, the usual one; what is quoted is meant as it stands."""
    written = {piece.folded for piece in pieces(unquoted(text))}
    doubted = [word for word in written if doubting or not dictionary.knows(word)]
    better = {word: next((near for near in dictionary.near(word)), "") for word in doubted}
    return {word: near for word, near in better.items() if near and _is_better(near, word, dictionary)}


def _is_better(near: str, word: str, dictionary: Dictionary) -> bool:
    """Another form of the same word is no better one."""
    if not dictionary.knows(word):
        return True
    is_another = set(stems_in_its_script(near)).isdisjoint(stems_in_its_script(word))
    return is_another and dictionary.frequency(near) >= MUCH_MORE_FREQUENT * dictionary.frequency(word)


def _replaced(text: str, better: Mapping[str, str]) -> str:
    return "".join(better.get(piece.folded, piece.text) for piece in pieces(text))


def _texts(documents: Sequence[Mapping[str, Any]], reader: str) -> Iterator[Texts]:
    """Where the words are found as people write them, the likeliest and the reader's language first."""
    yield _of_listings(documents, _NAMES, {reader})
    yield _of_places(documents, reader)
    yield _of_needs(NeedTranslation.objects.filter(language=reader))
    yield _of_needs(NeedTranslation.objects.exclude(language=reader))
    yield _of_listings(documents, _NAMES, _LANGUAGES - {reader})
    yield _of_listings(documents, ["description"], {reader})
    yield _of_listings(documents, ["description"], _LANGUAGES - {reader})


def _of_listings(
    documents: Iterable[Mapping[str, Any]], parts: Iterable[str], languages: Collection[str]
) -> Texts:
    for document in documents:
        for part in parts:
            texts = document.get(part, {}).items()
            yield from ((text, language) for language, text in texts if language in languages)
        if document["source"] in languages and parts is _NAMES:
            yield document["organization"], document["source"]


def _of_places(documents: Iterable[Mapping[str, Any]], reader: str) -> Texts:
    for document in documents:
        yield from ((text, reader) for town in document["towns"] for text in town.values())
        yield names.country_name(document["country"], reader) if document["country"] else "", reader
        yield from ((names.language_name(code, reader), reader) for code in document["languages"])


def _of_needs(translations: QuerySet[NeedTranslation]) -> Texts:
    for name, words, language in translations.values_list("name", "words", "language"):
        yield f"{name}\n{words}", language
