"""How a word of a name sounds, written so coarsely that its spellings in two scripts come out alike.

A sound is one letter: a, e, i, u are vowels, any other is a consonant that languages of Europe write in
several ways (X is kh, S is sh, c is ch, q stands for gh too, j for zh too). What can be read in more than one
way has all its readings.
"""

import re
from collections.abc import Iterator
from itertools import islice, product

Readings = tuple[str, ...]

MOST_READINGS = 24
_VOWELS = "aeiu"
_END = re.compile(rf"[^{_VOWELS}](?P<inner>[{_VOWELS}]*)(?P<last>[^{_VOWELS}])(?P<final>[{_VOWELS}]*)$")

_ARABIC_CONSONANTS: dict[str, Readings] = {
    **dict(zip("بپتطجچژحخدرزسصشغقفکگلمن", zip("bpttjcjhXdrzssSqqfkglmn", strict=True), strict=True)),
    "ث": ("s", "t"),
    **dict.fromkeys("ذضظ", ("z", "d")),
}  # fmt: skip
_SILENT_AT_THE_BEGINNING = "اع"

_LATIN_CONSONANTS: dict[str, Readings] = {
    "dsch": ("j",), "tsch": ("c",), "tch": ("c",), "sch": ("S",),
    "sh": ("S",), "ch": ("c", "S", "X"), "kh": ("X",), "gh": ("q",), "zh": ("j",), "dj": ("j",),
    "dh": ("z", "d"), "th": ("s", "t"), "ph": ("f",), "ck": ("k",),
    "k": ("k", "q"), "x": ("X", "ks"), "c": ("k", "j"), "w": ("v",),
    **{letter: (letter,) for letter in "bdfghjlmnpqrstvz"},
}  # fmt: skip
_SINGLE_VOWELS: dict[str, Readings] = {"i": ("e", "i"), "e": ("e", "a"), "o": ("u", "e")}
_PIECE = re.compile(
    r"(?P<sharp>c)(?=[eiy])"
    r"|(?P<glide>y(?=[aeiou])|i(?=[aou])|(?<![aeou])i(?=eh?$))"
    r"|(?P<we>w(?=[aeiouy])|^ou(?=[aei]))"
    r"|(?P<mute>(?<=[ae])h$)"
    rf"|(?P<consonant>{'|'.join(sorted(set(_LATIN_CONSONANTS) - {'w'}, key=len, reverse=True))})"
    r"|(?P<vowels>(?:[aeou]|i(?![aou])|y(?![aeiou])|w(?![aeiouy]))+)"
    r"|."
)
_DOUBLED = re.compile(r"([^aeiou])\1")
# عبدالرحمن is written in a dozen ways, and نورالدین too.
_FATHER = re.compile(r"^ab[ou]l(?=[^aeiou])")
_SERVANT = re.compile(r"^abd(?:[aeou]l|[aeou](?=(.)\1))(?=..)")
_OF_FAITH = re.compile(r"(?<=..)(?:[aeou]l|[aeiou])d+[iy]+n$")
_ARABIC_FATHER = re.compile(r"^ابوال(?=..)")
_ARABIC_SERVANT = re.compile(r"^عبدال(?=..)")
_ARABIC_OF_FAITH = re.compile(r"(?<=..)الدین$")
_ARABIC_LONG_ENDING = re.compile(r"(?<=[او])یی$")
_ARABIC_ARTICLE = re.compile(r"^ال(?=...)")
# An s and an h that are two sounds, and a y that is not heard.
_APART = re.compile(r"^([ei]s)(?=ha[gqk])")
_UNHEARD = re.compile(r"(?<=[ae]y)i")
_OF_GOD = re.compile(r"(?<=..)[aou]l+ah?$")
_FRENCH_ENDING = re.compile(r"(?<=[ai]n)e$")
_SIMPLER_ARABIC = (
    (_ARABIC_SERVANT, "عبد"),
    (_ARABIC_FATHER, "ابو"),
    (_ARABIC_OF_FAITH, "دین"),
    (_ARABIC_LONG_ENDING, "ی"),
)
_SIMPLER = (
    (_FATHER, "abu"),
    (_OF_FAITH, "din"),
    (_OF_GOD, "alah"),
    (_APART, r"\1-"),
    (_UNHEARD, ""),
    (_DOUBLED, r"\1"),
)


def arabic_sounds(word: str) -> set[str]:
    """Of a word in Arabic script; a short vowel that is not written may be any."""
    plain = word.replace("لله", "له")
    for written, heard in _SIMPLER_ARABIC:
        plain = written.sub(heard, plain)
    return {
        sound
        for spelling in {plain, _ARABIC_ARTICLE.sub("", plain)}
        for reading in _combined(_arabic_pieces(spelling))
        for sound in _outlines(reading, unwritten=("a", "e"))
    }


def latin_sounds(word: str) -> set[str]:
    """Of a word in small letters from a to z."""
    plain = _SERVANT.sub("abd", word)
    for written, heard in _SIMPLER:
        plain = written.sub(heard, plain)
    return {
        sound
        for spelling in {plain, _FRENCH_ENDING.sub("", plain)}
        for reading in _combined(_latin_pieces(spelling))
        for sound in _outlines(reading, unwritten=("a", "e"))
    }


def _combined(pieces: Iterator[Readings]) -> Iterator[str]:
    return islice(map("".join, product(*pieces)), MOST_READINGS)


def _outlines(reading: str, unwritten: Readings) -> Iterator[str]:
    """Consonants, the vowel before the last of them, the vowel at the end; `@` for one at the beginning."""
    consonants = "".join(sound for sound in reading if sound not in _VOWELS)
    begins = "@" if reading[:1] in _VOWELS else ""
    found = _END.search(reading)
    if found is None:
        yield f"{begins}{consonants}.{reading[-1:] if reading[-1:] in _VOWELS else ''}"
        return
    for inner in found["inner"][-1:] or unwritten:
        yield f"{begins}{consonants}.{inner}.{found['final'][-1:]}"


def _arabic_pieces(word: str) -> Iterator[Readings]:
    for place, letter in enumerate(word):
        before, after = word[:place], word[place + 1 :]
        if letter == "ا":
            yield ("a",)
        elif letter == "ع":
            yield ("",) if before else ("a",)
        elif letter in _HALF_VOWELS:
            yield _HALF_VOWELS[letter](before, after)
        elif letter == "ه":
            yield _arabic_he(before, after)
        else:
            yield _ARABIC_CONSONANTS.get(letter, ("",))


def _arabic_waw(before: str, after: str) -> Readings:
    """Both a consonant and a vowel, by what stands around it."""
    if not before:
        return ("v",)
    if not after:
        return ("u",)
    if before in _SILENT_AT_THE_BEGINNING and after[0] not in "اوی":
        return ("u",)
    if before == "اب":
        return ("u",)
    if after[0] == "ا":
        return ("", "v") if before[-1] == "خ" else ("v",)
    return ("u", "v")


def _arabic_ye(before: str, after: str) -> Readings:
    """At the end also an a, as in موسی and لیلی."""
    if not before:
        return ("y",)
    if not after:
        return ("i", "a")
    if after[0] in "ای" or after == "ه":
        return ("y",)
    if before in _SILENT_AT_THE_BEGINNING and after[0] != "و":
        return ("i",)
    return ("i", "y")


def _arabic_he(before: str, after: str) -> Readings:
    """At the end it shows a vowel, unless a long one stands before it."""
    if after or not before:
        return ("h",)
    return {"ا": ("h",), "و": ("a", "h"), "ی": ("a", "h")}.get(before[-1], ("a",))


_HALF_VOWELS = {"و": _arabic_waw, "ی": _arabic_ye}


def _latin_pieces(word: str) -> Iterator[Readings]:
    earlier = ""
    for piece in _PIECE.finditer(word):
        kind, text = piece.lastgroup, piece[0]
        if kind == "vowels":
            yield _latin_vowels(text, earlier, is_last=_ends(word, piece))
            earlier = text
        elif kind == "consonant":
            yield _LATIN_CONSONANTS[text]
        elif kind == "glide":
            yield ("y", "") if _between_vowels(word, piece) else ("y",)
        elif kind:
            yield {"sharp": ("s", "j"), "we": ("v",), "mute": ("", "h")}[kind]


def _between_vowels(word: str, glide: re.Match[str]) -> bool:
    """Ayesha is Aisha."""
    return word[glide.end() :][:1] == "e" and word[: glide.start()][-1:] in {"a", "e"} and glide[0] == "y"


def _ends(word: str, vowels: re.Match[str]) -> bool:
    rest = word[vowels.end() :]
    return not rest or (rest == "h" and vowels[0][-1] in "ae")


def _latin_vowels(written: str, earlier: str, *, is_last: bool) -> Readings:
    if is_last:
        return _latin_ending(written)
    if re.search(r"[aeouwy][iy]|y|ii|ee|ie|ae|ea", written):
        return ("i",)
    if re.fullmatch(r"a[ou]{2}", written):
        return ("u", "vu")
    if re.fullmatch(r"[ou]+a", written):
        return ("a", "va")
    if written != "o" and re.search(r"[ouw]", written):
        return ("u", "e") if re.search(r"[ou]", earlier) else ("u",)
    return _SINGLE_VOWELS.get(written, ("a",))


def _latin_ending(written: str) -> Readings:
    if re.search(r"[iy]$|ee$|ie$", written):
        return ("i",)
    return ("u",) if re.search(r"[ouw]$", written) else ("a",)
