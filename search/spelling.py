"""Words that somebody may have meant: those of the index that are one edit away from what they wrote.

An edit is one letter added, left out or exchanged, or two that changed places. Every edit of a word is looked
up among the words that are known: some hundred look-ups, and no memory beyond the words themselves.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from string import ascii_lowercase

from search.text import Term, is_arabic_script

# In a shorter word one letter is too much of it.
SHORTEST_FORGIVEN = 4
SHORTEST_MEANT = 3
LONGEST = 24
MOST_NEAR = 8


class Dictionary:
    """Every word that some listing or choice holds, and how many listings hold it.

    Words that no edit may lead to (with a digit, very short or very long) are left out.
    """

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = {word: count for word, count in frequencies.items() if _can_be_meant(word)}

    def __len__(self) -> int:
        return len(self._frequencies)

    def followed_by(self, frequencies: Mapping[str, int]) -> "Dictionary":
        """The dictionary after those words were counted too."""
        longer = Dictionary(frequencies)
        for word, count in self._frequencies.items():
            longer._frequencies[word] = longer._frequencies.get(word, 0) + count
        return longer

    def frequency(self, word: str) -> int:
        return self._frequencies.get(word, 0)

    def knows(self, beginning: str) -> bool:
        """Whether it is a word or the beginning of one."""
        place = bisect_left(self._in_order, beginning)
        return place < len(self._in_order) and self._in_order[place].startswith(beginning)

    def near(self, word: str) -> tuple[str, ...]:
        """The words one edit away, the most frequent first."""
        if not SHORTEST_FORGIVEN <= len(word) <= LONGEST or not word.isalpha():
            return ()
        found = {edited for edited in edits(word, self._letters_of(word)) if edited in self._frequencies}
        found.discard(word)
        return tuple(sorted(found, key=lambda near: (-self._frequencies[near], near)))[:MOST_NEAR]

    @cached_property
    def _in_order(self) -> list[str]:
        return sorted(self._frequencies)

    def _letters_of(self, word: str) -> Collection[str]:
        """The letters that words in its script are written with."""
        if word.isascii():
            return ascii_lowercase
        return self._arabic_letters if is_arabic_script(word) else set(word)

    @cached_property
    def _arabic_letters(self) -> set[str]:
        return set("".join(filter(is_arabic_script, self._frequencies)))


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


def forgiving(term: Term, dictionary: Dictionary) -> Term:
    """The term with what may have been meant by it, where nobody writes it as it was written.

    Its first form is the word itself; the stems are forgiven too, as the index holds both.
    """
    if not term.prefix or dictionary.knows(term.prefix) or any(map(dictionary.frequency, term.forms)):
        return term
    near = (word for form in term.forms for word in dictionary.near(form))
    return replace(term, near=tuple(dict.fromkeys(near))[:MOST_NEAR])


def _can_be_meant(word: str) -> bool:
    return SHORTEST_MEANT <= len(word) <= LONGEST and word.isalpha()
