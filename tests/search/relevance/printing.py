from collections.abc import Iterable, Sequence

from tests.search.relevance.judgements import LANGUAGES, LOOKED_AT, MEASURED, Kind
from tests.search.relevance.running import Answer, Figures

FIRST_SHOWN = 3


def report(name: str, answers: Sequence[Answer], worst: int) -> Iterable[str]:
    yield f"\n{name}, {len(answers)} queries"
    yield f"  {'':<18}{'queries':>8}{'nDCG@10':>9}{'recall@10':>11}{'success@1':>11}{'found nothing':>15}"
    for kind in Kind:
        yield _line(kind, [answer for answer in answers if answer.judged.kind is kind])
    for language in LANGUAGES:
        yield _line(language, [answer for answer in answers if answer.judged.language == language])
    for part in MEASURED:
        yield _line(f"{part.name.lower()} part", [answer for answer in answers if answer.judged.part is part])
    yield _line("all", answers)
    yield from _worst(answers, worst)


def _line(label: str, answers: Sequence[Answer]) -> str:
    figures = Figures.of(answers)
    nothing = "" if figures.nothing is None else f"{figures.nothing:.0%}"
    if all(answer.judged.kind is Kind.NOTHING_TO_FIND for answer in answers):
        return f"  {label:<18}{figures.queries:>8}{'':>31}{nothing:>15}"
    return (
        f"  {label:<18}{figures.queries:>8}{figures.ndcg:>9.3f}{figures.recall:>11.3f}"
        f"{figures.success:>11.3f}{nothing:>15}"
    )


def _worst(answers: Sequence[Answer], count: int) -> Iterable[str]:
    if not count:
        return
    yield f"\n  The {count} worst, each with what came first (its grade before it)"
    looked_at = [answer for answer in answers if answer.judged.part in LOOKED_AT]
    for answer in sorted(looked_at, key=_worth)[:count]:
        judged = answer.judged
        about = f"{judged.language}, {judged.kind}; {answer.total} found"
        yield f"\n  {_worth(answer):.2f}  {judged.text}  ({about})"
        for grade, listing in zip(answer.found[:FIRST_SHOWN], answer.first, strict=False):
            yield f"        {grade}  {listing}"


def _worth(answer: Answer) -> float:
    return float(answer.total == 0) if answer.judged.kind is Kind.NOTHING_TO_FIND else answer.ndcg
