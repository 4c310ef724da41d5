"""Text that people send as a file: what is written in it, and nothing that hides between the letters.

Signs without a width can carry a watermark that tells who passed a text on; controls can move a terminal.
"""

import re
import unicodedata

# Written by the Notepad of old.
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_KEPT = frozenset("\n\t")
# Persian needs the thin break between two letters; what joins and colours emoji stands after one.
_NEEDED = re.compile(
    r"(?<=[^\W\d_])\u200c(?=[^\W\d_])"
    r"|(?<=[^\w\s\x00-\x7f\u2000-\u206f])\u200d"
    r"|(?<=[^\w\s\x00-\x7f\u2000-\u206f\ufe0f])\ufe0f"
)
_SELECTORS = re.compile("[\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef\u034f\u115f\u1160\u3164\uffa0]")


def decoded(content: bytes) -> str:
    """Raises UnicodeError for what is no text."""
    encoding = "utf-16" if content.startswith(_UTF_16_MARKS) else "utf-8-sig"
    text = content.decode(encoding)
    if "\x00" in text:
        raise UnicodeError
    return text


def without_hidden_signs(text: str) -> str:
    lines = _LINE_END.sub("\n", text)
    needed = {found.start() for found in _NEEDED.finditer(lines)}
    return "".join(sign for place, sign in enumerate(lines) if place in needed or not _is_hidden(sign))


def _is_hidden(sign: str) -> bool:
    """Controls, formats, private and unassigned signs, and selectors of a variant."""
    if sign in _KEPT:
        return False
    return unicodedata.category(sign).startswith("C") or _SELECTORS.match(sign) is not None
