"""A no, silence, and nobody at all look the same: same words, same bytes, same questions to the database."""

import re
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from casework import answering, introducing
from casework.enums import Answer, Event
from casework.models import Case, Introduction
from casework.withdrawing import withdraw_case
from tests.casework.mailboxes import Mailbox
from tests.factories.casework import CaseFactory, caseworker, consent

pytestmark = pytest.mark.django_db
CODES = {"search": "1111222233334444", "registration": "5555666677778888"}
OTHER = {"search": "registration", "registration": "search"}
UUIDS = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
DATES = re.compile(r"\d{4}-\d\d-\d\d(?: [\d:.]+)?")
VALUES = re.compile(r"X?'[^']*'|\"s\d+_x\d+\"")
SHARES = {"share_name": "Ali", "share_contact": "", "share_words": "I am well."}


class Pair:
    """One side is ours, the other one does something, and caseworkers look at both."""

    def __init__(self, side: str) -> None:
        self.side, self.other = side, OTHER[side]
        self.workers = [caseworker("DE"), caseworker("DE")]
        self.own = CaseFactory(code=CODES[side], **{side: True})
        consent(self.own)

    def appear(self) -> Case:
        self.them = CaseFactory(code=CODES[self.other], **{self.other: True})
        return self.them

    def propose(self) -> Introduction:
        cases = {self.side: self.own, self.other: self.appear()}
        return introducing.propose(self.worker, cases["search"], cases["registration"])

    def ask(self) -> Introduction:
        return introducing.step(self.propose().pk, Event.ASK, self.worker)

    @property
    def worker(self) -> User:
        return self.workers[0]

    def answer(self, given: Answer) -> Introduction:
        introduction = self.ask()
        answering.answer(self.them.pk, given, SHARES if given == Answer.YES else {})
        return introduction

    def approve(self) -> Introduction:
        return introducing.step(self.answer(Answer.YES).pk, Event.APPROVE, self.worker)


def approved_and_taken_back(pair: Pair) -> None:
    introducing.step(pair.approve().pk, Event.TAKE_BACK, pair.worker)


def approved_and_withdrawn(pair: Pair) -> None:
    pair.approve()
    answering.withdraw(pair.them.pk)


def approved_and_erased(pair: Pair) -> None:
    pair.approve()
    withdraw_case(pair.them.pk)


def dropped(pair: Pair) -> None:
    introducing.step(pair.ask().pk, Event.DROP, pair.worker)


SITUATIONS: dict[str, Callable[[Pair], object]] = {
    "nobody at all": Pair.__repr__,
    "somebody, unseen": Pair.appear,
    "proposed": Pair.propose,
    "asked, and silent": Pair.ask,
    "a no": lambda pair: pair.answer(Answer.NO),
    "a yes, and nobody approved": lambda pair: pair.answer(Answer.YES),
    "approved by one": Pair.approve,
    "approved, and taken back": approved_and_taken_back,
    "approved, and the other side withdrew": approved_and_withdrawn,
    "approved, and the other side erased everything": approved_and_erased,
    "dropped": dropped,
}


def visit(code: str) -> tuple[list[bytes], list[str]]:
    """Every page a person can ask for, as bytes, and every statement that was made for them."""
    with CaptureQueriesContext(connection) as captured:
        mailbox = Mailbox(code)
        pages = [mailbox.without_seals()]
        for step, sent in (
            ("write/", {"text": "Is there news?"}),
            ("answer/", {"answer": "yes", **SHARES}),
            ("answer/", {"answer": "no"}),
            ("answer/", {"take_back": "1"}),
            ("change/", {}),
            ("leave/", {}),
            ("", {}),
        ):
            mailbox.look() if step in {"change/", "leave/"} else None
            pages.append(mailbox.do(step, **sent).without_seals())
            mailbox.look()
    statements = [DATES.sub("", UUIDS.sub("", query["sql"])) for query in captured]
    return pages, [VALUES.sub("?", sql) for sql in statements]


@pytest.fixture(autouse=True)
def _clock_stands_still() -> Iterator[None]:
    with time_machine.travel(now(), tick=False):
        Mailbox("0000 0000 0000 0000")  # what a worker looks up once and keeps
        yield


@pytest.fixture(params=["search", "registration"])
def side(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.mark.parametrize("situation", [name for name in SITUATIONS if name != "nobody at all"])
def test_no_page_tells_one_situation_from_nobody_at_all(side: str, situation: str) -> None:
    expected = seen_in("nobody at all", side)
    Case.objects.all().delete()
    pages, statements = seen_in(situation, side)
    assert pages == expected[0]
    assert statements == expected[1]


def seen_in(situation: str, side: str) -> tuple[list[bytes], list[str]]:
    pair = Pair(side)
    SITUATIONS[situation](pair)
    return visit(CODES[side])


def test_only_the_second_approval_changes_what_one_sees(side: str) -> None:
    pair = Pair(side)
    before = Mailbox(CODES[side]).without_seals()
    introduction = pair.approve()
    assert Mailbox(CODES[side]).without_seals() == before
    introducing.step(introduction.pk, Event.APPROVE, pair.workers[1])
    assert "You both said yes" in Mailbox(CODES[side]).text()


def test_the_question_stands_there_from_the_first_day_in_the_same_words_for_both() -> None:
    texts = []
    for side, code in CODES.items():
        CaseFactory(code=code, **{side: True})
        texts.append(Mailbox(code).page.select_one("section:has(#question)").get_text())
    assert "May we" in texts[0]
    assert texts[0] == texts[1]
