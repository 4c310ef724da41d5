"""What a text on fees says, where it says it plainly."""

import re

from directory.enums import Cost

_FREE = re.compile(
    r"(free|no (cost|charge|fee)s?|without (cost|charge)"
    r"|kostenlos|kostenfrei|gratuit|gratis|رایگان|مجاني|مجانی)\b"
    r"(?!\s+(consultation|initial|first|trial|evaluation))",
    re.IGNORECASE,
)
_LOW = re.compile(
    r"\b(sliding (fee )?scale|low[ -]cost|reduced (fee|rate|cost)s?|based on (your )?income)\b", re.IGNORECASE
)
_PAID = re.compile(r"\b(flat fee|fixed fee|full fee|hourly rate)\b|[$€£]\s?[1-9]", re.IGNORECASE)


def read_cost(text: str) -> str:
    """A value of `Cost`, or "" where a person has to decide. Only a text that begins with "free" is."""
    if _LOW.search(text):
        return Cost.LOW
    if _FREE.match(text.strip()):
        return Cost.FREE
    return Cost.PAID if _PAID.search(text) else ""
