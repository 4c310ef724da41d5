"""What stands in quotation marks is meant as it is written: these words, next to each other."""

import re

_QUOTED = re.compile(
    r"\"([^\"]+)\"|«([^«»]+)»|»([^«»]+)«|[„“”‟]([^„“”‟\"]+)[“”\"]|‹([^‹›]+)›|＂([^＂]+)＂", re.UNICODE
)


def quoted(text: str) -> list[str]:
    """What stands in quotation marks of any of the five languages."""
    return ["".join(filter(None, marked)) for marked in _QUOTED.findall(text)]


def unquoted(text: str) -> str:
    """The rest of the text. A mark without its pair is no quotation."""
    return _QUOTED.sub(" | ", text)
