"""A receipt: 16 digits instead of an account, shown once and kept only as a keyed hash."""

import unicodedata

from confidential.hashing import keyed_hash

DIGITS = 16
GROUP = 4


def receipt_for(nonce: str) -> str:
    """From the form's single-use token: a double click shows the same receipt, though nothing is kept."""
    return f"{int(keyed_hash('receipt of a form', nonce), 16) % 10**DIGITS:0{DIGITS}}"


def fingerprint(code: str) -> str:
    """What is stored, and looked up by whatever a person typed: with spaces, dashes, digits of any script."""
    return keyed_hash("receipt", "".join(_western(letter) for letter in code if letter.isalnum()))


def shown(code: str) -> str:
    """In groups, as one reads them aloud."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def _western(letter: str) -> str:
    return str(unicodedata.decimal(letter, letter))
