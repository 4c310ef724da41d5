"""The letters that were sent, as they are read."""

import re
from dataclasses import dataclass

from confidential import post

LINK = re.compile(r"https?://[^/\s]+(?P<path>/\S+)")


@dataclass(frozen=True)
class Letter:
    to: str
    subject: str
    body: str
    language: str

    @property
    def link(self) -> str:
        """Where its link leads, without the host."""
        return LINK.search(self.body)["path"]


def letters() -> list[Letter]:
    return [Letter(*each) for each in post.OUT]


def last_letter() -> Letter:
    return letters()[-1]
