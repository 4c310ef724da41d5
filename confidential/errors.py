"""What can go wrong with something confidential; no message ever quotes it."""


class Unreadable(Exception):  # noqa: N818 - a word of the field, read aloud in every `except`
    """Not what was written: altered, moved to another row, or its key is not here."""


class TooOld(Unreadable):
    """Written here, and longer ago than is allowed."""
