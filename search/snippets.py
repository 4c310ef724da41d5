"""What a card quotes of a listing: the words that were looked for, marked, in the reader's language.

It is the summary, or the sentence of the description that holds more of the words. Made here rather than by
an engine, so that it is the same on every engine: a word is marked where one of its forms in the index is
looked for, and keeps the letters it is written with.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise
from operator import attrgetter

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from directory.public import ListingCard
from directory.public.wording import worded
from search.stemming import stem
from search.text import Term, is_arabic_script
from search.written import ROOT, WORD, letters_of, pieces

LONGEST = 200
# How much of a long text stands before the first word that is marked.
_BEFORE = 60
_SENTENCE_END = re.compile(r"(?<=[.!?؟])\s+|\s*\n\s*")
_MORE = "…"

Held = frozenset[int]


@dataclass(frozen=True, slots=True)
class Quoted:
    text: str
    is_marked: bool


class Snippets:
    """For one search: its results use the same words again and again."""

    def __init__(self, terms: Sequence[Term], reader: str) -> None:
        self._terms, self._reader = terms, reader
        self._held_by: dict[tuple[str, str], Held] = {}
        self._joined = {form: self._terms_with({form}) for term in terms for form in term.forms}
        looked_for = {form for term in terms for form in (*term.forms, *term.near, term.prefix)}
        self._roots = {form[:ROOT] for form in looked_for if form}
        self._may_join = any(map(is_arabic_script, self._joined))

    def quoting(self, card: ListingCard, descriptions: Mapping[str, str]) -> ListingCard:
        """The card with what it quotes in the place of its summary."""
        wording = card.summary or worded(descriptions, self._reader, card.summary.language)
        sentences = _SENTENCE_END.split(descriptions.get(wording.language, ""))
        quoted = self._best([wording.text, *sentences], wording.language)
        return replace(card, summary=replace(wording, text=quoted)) if quoted else card

    def _best(self, texts: Iterable[str], language: str) -> str:
        """Of texts that hold as many of the words, the first one."""
        most, best, marks = 0, "", []
        for text in filter(self._may_hold, texts):
            held = self._held(text, language)
            count = len(frozenset().union(*held))
            if count > most:
                most, best, marks = count, text, held
            if most == len(self._terms):
                break
        return _html(_excerpt(_quoted(best, marks))) if best else ""

    def _may_hold(self, text: str) -> bool:
        """Most sentences hold none of the words, which is seen at once by a few letters of each."""
        letters = letters_of(text)
        return any(root in letters for root in self._roots)

    def _held(self, text: str, language: str) -> list[Held]:
        """Which of the terms each word of the text is."""
        written = list(filter(letters_of, WORD.findall(text)))
        held = [self._terms_of(word, language) for word in written]
        if self._may_join:
            for place, (first, second) in enumerate(pairwise(map(letters_of, written))):
                for beside in (place, place + 1):
                    held[beside] |= self._joined.get(first + second, frozenset())
        return held

    def _terms_of(self, word: str, language: str) -> Held:
        key = word, language
        if key not in self._held_by:
            folded = letters_of(word)
            begun = (number for number, term in enumerate(self._terms) if _begins(folded, term))
            self._held_by[key] = self._terms_with({folded, stem(folded, language)}).union(begun)
        return self._held_by[key]

    def _terms_with(self, forms: set[str]) -> Held:
        return frozenset(
            number
            for number, term in enumerate(self._terms)
            if not forms.isdisjoint(term.forms) or not forms.isdisjoint(term.near)
        )


def _begins(folded: str, term: Term) -> bool:
    return bool(term.prefix) and folded.startswith(term.prefix)


def _quoted(text: str, marks: Iterable[Held]) -> list[Quoted]:
    marked = iter(marks)
    return [Quoted(piece.text, bool(piece.folded and next(marked))) for piece in pieces(text)]


def _excerpt(text: list[Quoted]) -> list[Quoted]:
    """At most LONGEST letters around the first word that is marked, cut between words."""
    begins = [0, *accumulate(len(piece.text) for piece in text)]
    if begins[-1] <= LONGEST:
        return text
    first = next(place for place, piece in enumerate(text) if piece.is_marked)
    is_late = begins[first + 1] > LONGEST - _BEFORE
    start = bisect_left(begins, begins[first] - _BEFORE) if is_late else 0
    end = bisect_right(begins, begins[start] + LONGEST) - 1
    before = [Quoted(_MORE, is_marked=False)] if start else []
    after = [Quoted(_MORE, is_marked=False)] if end < len(text) else []
    return [*before, *text[start:end], *after]


def _html(text: Iterable[Quoted]) -> SafeString:
    runs = groupby(text, key=attrgetter("is_marked"))
    joined = ((is_marked, "".join(piece.text for piece in run)) for is_marked, run in runs)
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", run) if is_marked else run,) for is_marked, run in joined)
    )
