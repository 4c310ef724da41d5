"""Names in the order in which a reader looks for them."""

import unicodedata

# Unicode puts the letters that Persian has of its own behind all that it shares with Arabic.
PERSIAN = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
_RANKS = {letter: chr(rank) for rank, letter in enumerate(PERSIAN, start=ord("\u0600"))}


def alphabetical(name: str, language: str) -> str:
    """A key to sort by: accents and hamza count for nothing, Österreich stands with O."""
    if language == "fa":
        return "".join(_RANKS.get(letter, letter) for letter in unicodedata.normalize("NFC", name))
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
