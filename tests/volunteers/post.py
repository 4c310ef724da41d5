"""The letters that wait to be sent, in the order in which they were written, as they are read."""

import re
from dataclasses import dataclass

from confidential.models import QueuedLetter

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
    queued = QueuedLetter.objects.order_by("created_at")
    return [Letter(each.to, each.subject, each.body, each.language) for each in queued]


def last_letter() -> Letter:
    return letters()[-1]
