"""Names, numbers and addresses that stand nowhere else, and all the ways in which one could be written."""

import base64
import json
import unicodedata
from collections.abc import Iterator
from html import escape
from itertools import count
from quopri import encodestring
from urllib.parse import quote, quote_plus

# Each value begins with one of these, which are long enough to be found by chance nowhere.
MARKS = ("Zarrinkubá", "زرین‌کوبی", "+49 1590 7", "Quittenweg", "planted-")


class Planted:
    """Each value is one of its kind."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._number = count(1)

    def name(self) -> str:
        return self._keep(f"Zarrinkubá{self._letters()} Mehrabani{self._letters()}")

    def persian(self) -> str:
        return self._keep(f"زرین‌کوبی مهرآبانیان {next(self._number)}")

    def phone(self) -> str:
        return self._keep(f"+49 1590 {7_000_000 + next(self._number) * 137}")

    def address(self) -> str:
        return self._keep(f"Quittenweg{self._letters()} {next(self._number)}, Hinterhaus")

    def email(self) -> str:
        return self._keep(f"planted-{next(self._number)}@nowhere-at-all.example")

    def _letters(self) -> str:
        return "".join(chr(97 + int(digit)) for digit in f"{next(self._number):03}")

    def _keep(self, value: str) -> str:
        self.values.append(value)
        return value


def spellings(value: str) -> set[bytes]:
    """In bytes, with any case, as `found` looks for them."""
    plain = {unicodedata.normalize(form, value) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    plain |= {value.replace("\u200c", ""), value.replace("\u200c", " "), "".join(value.split())}
    written = plain | {write(each) for each in plain for write in (quote, quote_plus, escape, json.dumps)}
    written |= {json.dumps(each) for each in written} | {ascii(each) for each in plain}
    stripped = {each.strip("\"'") for each in written}
    encoded = {each.encode(code) for each in stripped for code in ("utf-8", "utf-16-le", "utf-16-be")}
    encoded |= {encodestring(each.encode()) for each in plain}
    encoded |= {each.encode().hex().encode() for each in plain}
    return encoded | {part for each in plain for part in _in_base64(each.encode())}


def _in_base64(value: bytes) -> Iterator[bytes]:
    """Wherever in a longer text it stands: its first and last letters depend on the neighbours."""
    for before in range(3):
        whole = b"\0" * before + value
        middle = base64.b64encode(whole)[4 if before else 0 : len(whole) // 3 * 4]
        yield from (middle, middle.translate(bytes.maketrans(b"+/", b"-_")))


def found(places: dict[str, bytes]) -> set[tuple[str, str]]:
    """Where something of what was planted stands, and which kind."""
    lowered = {where: content.lower() for where, content in places.items()}
    return {
        (where, mark)
        for mark in MARKS
        for spelling in spellings(mark)
        for where, content in lowered.items()
        if spelling.lower() in content
    }
