"""Streets and cities that lost the line break between them: "67 East Madison StreetSuite 2000Chicago"."""

import re

# A small letter, digit or full stop straight before a capital, or a word straight before a number.
_SEAM = re.compile(r"(?<=[a-z0-9.])(?=[A-Z][a-z])|(?<=[a-z]{3})(?=\d)|(?<= [A-Z])(?=[A-Z][a-z]{2})")
# McHenry, DeKalb, LaSalle, O'Fallon are written so.
_WRITTEN_SO = re.compile(r"\b(Mc|Mac|De|Du|La|Le|Van|O'|St\.)$")


def seams(address: str) -> list[str]:
    """The pieces of a glued address; a single piece when nothing is glued."""
    pieces = [""]
    position = 0
    for match in _SEAM.finditer(address):
        head = pieces[-1] + address[position : match.start()]
        position = match.start()
        if _WRITTEN_SO.search(head):
            pieces[-1] = head
        else:
            pieces[-1:] = [head.strip(" ,"), ""]
    pieces[-1] += address[position:]
    return [piece.strip(" ,") for piece in pieces if piece.strip(" ,")]
