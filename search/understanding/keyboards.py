"""Persian names as they are written without the letters that Persian has and Arabic has not.

So Arabic keyboards write them, and so Arabic calls many of the places: باساو is پاساو, هامبورغ is هامبورگ.
"""

from collections.abc import Iterator
from itertools import islice, product

_INSTEAD_OF = {"گ": "کغ", "پ": "ب", "چ": "ج", "ژ": "ز"}
# All of three such letters; a longer name is hardly written so.
_MOST = 27


def without_persian_letters(name: str) -> Iterator[str]:
    """The other spellings, some or all of these letters exchanged: گلاسکو and غلاسغو for گلاسگو."""
    spellings = product(*(letter + _INSTEAD_OF.get(letter, "") for letter in name))
    return islice(map("".join, spellings), 1, _MOST)
