import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

SIDES = 2**32


@dataclass(frozen=True)
class Dice:
    """Choices that look like chance, and are the same for the same listing on every machine and day.

    Each choice has a name of its own, so that a new one does not move the others.
    """

    key: str

    def pick(self, name: str, options: Sequence[T]) -> T:
        return options[int(self._roll(name) * len(options))]

    def chance(self, name: str, probability: float) -> bool:
        return self._roll(name) < probability

    def number(self, name: str, lowest: int, highest: int) -> int:
        return lowest + int(self._roll(name) * (highest - lowest + 1))

    def _roll(self, name: str) -> float:
        digest = hashlib.blake2b(f"{self.key}/{name}".encode(), digest_size=4).digest()
        return int.from_bytes(digest) / SIDES
