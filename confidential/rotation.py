"""All cells encrypted anew with the newest key, while the site runs.

Cell by cell, each replaced only if it is still what was read: nobody waits for it and no edit is lost, since
whatever is saved meanwhile has the newest key already. Broken off, it goes on with what is left.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from confidential import cells, keys
from confidential.errors import Unreadable
from confidential.fields import EncryptedField

Progress = Callable[[EncryptedField, int, int], None]


@dataclass
class Outcome:
    """How many cells each version has written in the end, and which could not be read."""

    versions: Counter[int] = field(default_factory=Counter)
    unreadable: list[str] = field(default_factory=list)


def rotate(progress: Progress) -> Outcome:
    outcome = Outcome()
    for each in cells.fields():
        outcome.unreadable += _rotate_field(each, progress)
    for each in cells.fields():
        outcome.versions.update(cells.versions(each))
    del outcome.versions[cells.NEVER]
    return outcome


def _rotate_field(each: EncryptedField, progress: Progress) -> list[str]:
    """What could not be read, by name and row."""
    old = cells.not_written_with(each, keys.newest_version())
    unreadable = []
    for done, pk in enumerate(old, start=1):
        try:
            _rotate_cell(each, pk)
        except Unreadable:
            unreadable.append(f"{each} {cells.pk_of(each, pk)}")
        progress(each, done, len(old))
    return unreadable


def _rotate_cell(each: EncryptedField, pk: object) -> None:
    """A row that was deleted meanwhile, or a cell that was saved, needs nothing."""
    content = cells.content(each, pk)
    if content and content[0] == keys.newest_version():
        return
    if content is not None:
        cells.replace(each, pk, content, each.resealed(content, cells.pk_of(each, pk)))
