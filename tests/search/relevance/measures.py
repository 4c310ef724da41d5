"""What an answer is worth, from the grades of its first ten listings and of all there are."""

from collections.abc import Sequence
from math import log2

DEPTH = 10
HELPS = 2


def ndcg(found: Sequence[int], there_are: Sequence[int]) -> float:
    """How near the order is to the best possible one, 1; an exact answer weighs 7, a helpful one 3."""
    best = _gain(sorted(there_are, reverse=True))
    return _gain(found) / best if best else 0.0


def recall(found: Sequence[int], there_are: Sequence[int]) -> float:
    """Which part of the listings that help is on the first page, as far as they fit there."""
    fit = min(DEPTH, _helping(there_are))
    return _helping(found[:DEPTH]) / fit if fit else 0.0


def success(found: Sequence[int]) -> float:
    """Whether the first listing helps."""
    return float(bool(found) and found[0] >= HELPS)


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))


def _helping(grades: Sequence[int]) -> int:
    return sum(grade >= HELPS for grade in grades)
