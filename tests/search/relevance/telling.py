"""The told searches as tables of Markdown, one by one: what came first, and whether that was right."""

from collections.abc import Iterable, Mapping, Sequence

from tests.search.relevance.judgements import LANGUAGES, Kind, Part
from tests.search.relevance.measures import HELPS
from tests.search.relevance.running import Answer

_RIGHT = {3: "yes", 2: "helps", 1: "only related", 0: "**no**"}
_NOTHING = "nothing"


def told(answers: Mapping[str, Sequence[Answer]], part: Part) -> Iterable[str]:
    """A table for each language of the first engine; of the others what differs."""
    chosen = {
        name: [each for each in of_engine if each.judged.part is part] for name, of_engine in answers.items()
    }
    first, *others = chosen
    for language in LANGUAGES:
        rows = [answer for answer in chosen[first] if answer.judged.language == language]
        yield f"\n**{language}**, {sum(map(_is_right, rows))} of {len(rows)} right on {first}\n"
        yield "| searched for | found | what came first | right |"
        yield "|---|---|---|---|"
        yield from map(_row, rows)
    for name in others:
        right = sum(map(_is_right, chosen[name]))
        yield f"\n{name}: {right} of {len(chosen[name])} right; other than on {first}:\n"
        pairs = zip(chosen[first], chosen[name], strict=True)
        yield from (_row(other) for one, other in pairs if one.first[:1] != other.first[:1])


def _row(answer: Answer) -> str:
    first = answer.first[0] if answer.first else _NOTHING
    return f"| {answer.judged.text} | {answer.total} | {first} | {_verdict(answer)} |"


def _verdict(answer: Answer) -> str:
    if answer.judged.kind is Kind.NOTHING_TO_FIND or not answer.found:
        return "yes" if _is_right(answer) else "**no**"
    return _RIGHT[answer.found[0]]


def _is_right(answer: Answer) -> bool:
    if answer.judged.kind is Kind.NOTHING_TO_FIND:
        return answer.total == 0
    return bool(answer.found) and answer.found[0] >= HELPS
