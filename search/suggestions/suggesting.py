"""Needs, cities, organizations and listings that begin as somebody types; only what `published()` shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.public.wording import worded
from search.engines import of_database
from search.engines.database import DatabaseEngine
from search.query import Kind
from search.stopwords import STOPWORDS
from search.suggestions.choices import Name, named_choices
from search.text import fold, words
from search.written import pieces

SHORTEST = 2
MOST_NEEDS, MOST_CITIES, MOST_ORGANIZATIONS, MOST_LISTINGS = 3, 2, 2, 3
# Of so many listings the names are read.
_MOST_READ = 30
# Earlier words are kept as they are, and the last ones completed: "lawyer ber" becomes "lawyer Berlin".
_MOST_COMPLETED = 3

NEED, CITY, ORGANIZATION, LISTING = _("Kind of help"), _("City"), _("Organization"), _("Listing")
_CHOICES = {Kind.NEEDS: (NEED, MOST_NEEDS), Kind.CITY: (CITY, MOST_CITIES)}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` is what to search for; `url`, where there is one, where it stands already."""

    text: str
    kind: str | Promise
    language: str
    url: str = ""


def suggest(text: str, reader: str) -> tuple[Suggestion, ...]:
    """The most useful first; nothing before two letters are there."""
    written = list(pieces(text))
    asked = [piece.folded for piece in written if piece.folded]
    if not asked or len("".join(asked)) < SHORTEST:
        return ()
    engine, beginnings = of_database(), _beginnings(asked)
    with engine.at_one_moment():
        choices = _choices(engine, text, asked, reader)
        documents = [hit.document for hit in engine.named_like(beginnings, reader, _MOST_READ)]
    return (*choices, *_organizations(documents, beginnings), *_listings(documents, beginnings, reader))


def _choices(engine: DatabaseEngine, text: str, asked: list[str], reader: str) -> list[Suggestion]:
    """The longest end of what is typed that begins a name is completed."""
    names = named_choices(engine.choice_names())
    counts = {kind: engine.counts(kind) for kind in _CHOICES}
    for place in range(max(0, len(asked) - _MOST_COMPLETED), len(asked)):
        beginning = " ".join(asked[place:])
        if len(beginning) < SHORTEST:
            break
        found = [name for name in names.begun_by(beginning) if name.value in counts[name.kind]]
        if found:
            best = _best_of_each_kind(found, counts, beginning, reader)
            return [replace(each, text=_head(text, place) + each.text) for each in best]
    return []


def _best_of_each_kind(
    names: Sequence[Name], counts: Mapping[Kind, Mapping[str, int]], beginning: str, reader: str
) -> Iterator[Suggestion]:
    for kind in _CHOICES:
        of_kind = [name for name in names if name.kind is kind]
        yield from _best(kind, of_kind, counts[kind], beginning, reader)


def _best(
    kind: Kind, names: Iterable[Name], counts: Mapping[str, int], beginning: str, reader: str
) -> Iterable[Suggestion]:
    """One name each: in the reader's language, else English; what begins so and most listings have first."""

    def worth(name: Name) -> tuple:
        is_foreign = [language not in name.languages for language in (reader, "en")]
        begins = " ".join(words(name.text)).startswith(beginning)
        return *is_foreign, not begins, not name.is_first, -counts[name.value], name.text

    label, most = _CHOICES[kind]
    best: dict[str, Name] = {}
    for name in sorted(names, key=worth):
        best.setdefault(name.value, name)
    for name in list(best.values())[:most]:
        yield Suggestion(name.text, label, reader if reader in name.languages else name.languages[0])


def _head(text: str, place: int) -> str:
    """The text before its word of that number."""
    head, seen = "", 0
    for piece in pieces(text):
        if piece.folded:
            if seen == place:
                break
            seen += 1
        head += piece.text
    return head


def _beginnings(asked: Sequence[str]) -> list[str]:
    """What the words of a name have to begin with."""
    *earlier, last = asked
    telling = [word for word in earlier if word not in STOPWORDS]
    return list(dict.fromkeys(word for word in (*telling, last) if len(word) >= SHORTEST))


def _organizations(documents: Iterable[Mapping[str, Any]], beginnings: list[str]) -> list[Suggestion]:
    named = {document["organization"]: document["source"] for document in documents}
    return [
        Suggestion(name, ORGANIZATION, language)
        for name, language in named.items()
        if _begins(name, beginnings)
    ][:MOST_ORGANIZATIONS]


def _listings(documents: Iterable[Mapping[str, Any]], beginnings: list[str], reader: str) -> list[Suggestion]:
    """Those that the reader can read first, then those that begin so."""
    found = []
    for document in documents:
        names = document["name"]
        matching = {language: name for language, name in names.items() if _begins(name, beginnings)}
        if matching:
            wording = worded(matching, reader, next(iter(matching)))
            url = reverse("listing", args=[document["id"]])
            found.append(Suggestion(wording.text, LISTING, wording.language, url))
    found.sort(key=lambda listing: (listing.language != reader, not _starts(listing.text, beginnings)))
    return found[:MOST_LISTINGS]


def _starts(name: str, beginnings: Iterable[str]) -> bool:
    return fold(name).startswith(tuple(beginnings))


def _begins(name: str, beginnings: Iterable[str]) -> bool:
    parts = words(name)
    return all(any(part.startswith(beginning) for part in parts) for beginning in beginnings)
