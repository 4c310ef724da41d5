"""Invented names: a directory is full of words that stand in a handful of listings."""

from functools import cache

from directory.demo.dice import Dice

LATIN = (
    "al", "be", "cor", "da", "el", "fa", "gra", "hol", "in", "ka", "lin", "mar", "no", "or", "pe", "ro", "sa",
    "tor", "ul", "ve", "wa", "zin",
)  # fmt: skip
ARABIC = (
    "آر", "با", "بر", "پا", "تا", "جا", "خو", "دا", "را", "زا", "سا", "شا", "فر", "کا", "گل", "لا", "ما",
    "نو", "وی", "یا", "ری", "تی",
)  # fmt: skip
SYLLABLES = {"fa": ARABIC, "ar": ARABIC}
# A few names are everywhere, most are rare: the number falls with the rank as in any text.
SKEW = 4


def invented(dice: Dice, language: str) -> str:
    names = _names(SYLLABLES.get(language, LATIN))
    return names[int(len(names) * (dice.number("invented", 0, 999_999) / 1_000_000) ** SKEW)]


@cache
def _names(syllables: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        f"{first}{second}{third}".capitalize()
        for first in syllables
        for second in syllables
        for third in syllables
    )
