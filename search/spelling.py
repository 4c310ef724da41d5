"""Words that somebody may have meant: those of the index that are one edit away from what they wrote.

An edit is one letter added, left out or exchanged, or two that changed places. Every edit of a word is looked
up among the words that are known: some hundred look-ups, and no memory beyond the words themselves.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from string import ascii_lowercase

from search.stemming import stem, stems_in_its_script
from search.stopwords import STOPWORDS
from search.text import Term, is_arabic_script

# In a shorter word one letter is too much of it.
SHORTEST_FORGIVEN = 4
_SHORTEST_STEM = 5
SHORTEST_MEANT = 3
LONGEST = 24
MOST_NEAR = 8


class Dictionary:
    """Every word that some listing or choice holds, and how many listings hold it.

    Words that no edit may lead to (with a digit, very short or very long) are left out.
    """

    def __init__(self, frequencies: Mapping[str, int], known: "Dictionary | None" = None) -> None:
        """`frequencies` are counted beside those of what is `known`."""
        self._known = known
        self._frequencies = {word: count for word, count in frequencies.items() if _can_be_meant(word)}

    def __len__(self) -> int:
        return len(self.words())

    def words(self) -> set[str]:
        return self._frequencies.keys() | (self._known.words() if self._known else set())

    def followed_by(self, frequencies: Mapping[str, int]) -> "Dictionary":
        """The dictionary after those words were counted too; the many that it began with are not copied."""
        if self._known is None:
            return Dictionary(frequencies, self)
        return Dictionary(Counter(self._frequencies) + Counter(frequencies), self._known)

    def frequency(self, word: str) -> int:
        return self._frequencies.get(word, 0) + (self._known.frequency(word) if self._known else 0)

    def knows(self, beginning: str) -> bool:
        """Whether it is a word or the beginning of one."""
        place = bisect_left(self._in_order, beginning)
        if place < len(self._in_order) and self._in_order[place].startswith(beginning):
            return True
        return self._known is not None and self._known.knows(beginning)

    def holds(self, word: str, language: str) -> bool:
        """Whether some listing holds it, or another form of it in that language, or goes on from there."""
        return self.knows(word) or bool(self.frequency(stem(word, language)))

    def near(self, word: str) -> tuple[str, ...]:
        """The words one edit away that say something, the most frequent first."""
        if not SHORTEST_FORGIVEN <= len(word) <= LONGEST or not word.isalpha():
            return ()
        found = {edited for edited in edits(word, self._letters_of(word)) if self.frequency(edited)}
        found -= {word, *STOPWORDS}
        return tuple(sorted(found, key=lambda near: (-self.frequency(near), near)))[:MOST_NEAR]

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._frequencies)

    def _letters_of(self, word: str) -> Collection[str]:
        """The letters that words in its script are written with."""
        if word.isascii():
            return ascii_lowercase
        return self.arabic_letters if is_arabic_script(word) else set(word)

    @cached_property
    def arabic_letters(self) -> set[str]:
        known = self._known.arabic_letters if self._known else set()
        return known.union(*filter(is_arabic_script, self._frequencies))


def edits(word: str, letters: Collection[str]) -> Iterator[str]:
    """Every word one edit away, some of them several times."""
    for place in range(len(word)):
        before, after = word[:place], word[place + 1 :]
        yield before + after
        for letter in letters:
            yield before + letter + after
            yield before + letter + word[place:]
    for letter in letters:
        yield word + letter
    for place, (first, second) in enumerate(pairwise(word)):
        yield word[:place] + second + first + word[place + 2 :]


def forgiving(term: Term, dictionary: Dictionary, reader: str) -> Term:
    """The term with what may have been meant by it, where no listing writes it as it was written.

    Its stem in the reader's language counts as the word; by those of other languages a slip would pass for
    another word (in German "lawer" is a form of "law"). It is forgiven too, as the index holds both.
    """
    if not term.prefix or dictionary.holds(term.prefix, reader) or _is_joined(term, dictionary):
        return term
    near = (word for form in _to_forgive(term, reader) for word in dictionary.near(form))
    return replace(term, near=tuple(dict.fromkeys(near))[:MOST_NEAR])


def _to_forgive(term: Term, reader: str) -> Iterator[str]:
    own = stem(term.prefix, reader)
    stems = {*stems_in_its_script(term.prefix)} - {term.prefix}
    if len(own) >= _SHORTEST_STEM:
        stems -= {own}
    return (form for form in term.forms if form not in stems)


def _is_joined(term: Term, dictionary: Dictionary) -> bool:
    """Whether it is one word together with its neighbour."""
    longer = (form for form in term.forms if len(form) > len(term.prefix) and term.prefix in form)
    return any(map(dictionary.frequency, longer))


def _can_be_meant(word: str) -> bool:
    return SHORTEST_MEANT <= len(word) <= LONGEST and word.isalpha()
