"""Three answers to "what should it say": the last import's, ours, and this import's."""

from dataclasses import dataclass, field
from typing import Any

from directory.imports.records import NOTE

_NEVER = object()


@dataclass(frozen=True, slots=True)
class Merge:
    """`changes` are to be made; `kept` names what both sides changed, where ours stays."""

    changes: dict[str, Any] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def merge(last: dict[str, Any], ours: dict[str, Any], theirs: dict[str, Any]) -> Merge:
    merged = Merge()
    for key, value in theirs.items():
        before = last.get(key, _NEVER)
        if value in (before, ours[key]):
            continue
        if ours[key] == before:
            merged.changes[key] = value
        elif key == NOTE:
            merged.changes[key] = _both(ours[key], value)
        else:
            merged.kept.append(key)
    return merged


def _both(ours: str, theirs: str) -> str:
    """A note loses nothing: new lines are added to those that stand there."""
    lines = ours.splitlines()
    return "\n".join([*lines, *(line for line in theirs.splitlines() if line not in lines)])
