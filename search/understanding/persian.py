"""Everyday Persian forms of a folded word without what is written as one with it: می‌خوابم, نخوابیدم, خوابم.

Endings say whose something is or who does it, beginnings say not, or that it goes on. Snowball knows the
written language's nouns; people in need write verbs, the way they speak.
"""

from collections.abc import Iterator

# Longer ones first: one of each is taken off.
_BEGINNINGS = ("نمی", "می", "ن", "ب")
_ENDINGS = (
    "هایمان", "هامون", "هاشون", "هاتون", "هایشان", "هایم", "هام", "هاش", "های", "ها",
    "شونو", "مونو", "شون", "مون", "تون", "شان", "مان", "تان",
    "یدند", "یدن", "یدم", "یدی", "یده", "ید", "ند", "یم", "ین", "ام", "اش", "ات",
    "مو", "شو", "تو", "م", "ش", "ت", "ن", "ه", "د", "ی", "و",
)  # fmt: skip
# What is left has to be a word; before the ending that says "my" or "I" a short one is likely to be.
_SHORTEST, _SHORTEST_MINE = 4, 3
_MINE = ("م", "ش")


def roots(word: str) -> Iterator[str]:
    """The word without an ending, without a beginning, and without both."""
    bare = [word, *_without_ending(word)]
    for each in bare:
        if each != word:
            yield each
        yield from _without_beginning(each)


def root(word: str) -> str:
    """The barest of them."""
    return min([word, *roots(word)], key=len)


def _without_ending(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        if word.endswith(ending):
            rest = word.removesuffix(ending)
            if len(rest) >= (_SHORTEST_MINE if ending in _MINE else _SHORTEST):
                yield rest
                return


def _without_beginning(word: str) -> Iterator[str]:
    for beginning in _BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= _SHORTEST_MINE:
            yield word.removeprefix(beginning)
            return
