"""Text without what cannot be seen and can mislead."""

import re

# Overrides and isolates make text read otherwise than it is stored.
# ZWNJ and the direction marks stay: people need them.
MISLEADING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")

_BREAKS = re.compile(r"[\r\n\t]+")


def plain(text: str) -> str:
    return MISLEADING.sub("", text)


def one_line(text: str) -> str:
    """What stands in a heading, a title or an address has no line breaks."""
    return _BREAKS.sub(" ", plain(text))
