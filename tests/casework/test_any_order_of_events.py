"""Whatever happens in whatever order, through the real rows: nothing passes without two yes and two votes."""

from contextlib import ExitStack
from datetime import timedelta
from typing import ClassVar

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import now
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from casework import answering, introducing, retention
from casework.appointing import appoint, dismiss
from casework.assigning import close, take
from casework.consent import Refused
from casework.enums import Answer, Event, State
from casework.models import Case, Caseworker, Introduction, Meeting
from casework.opening import change_told
from casework.withdrawing import withdraw_case
from casework.writing import pass_on
from tests.casework.mailboxes import Mailbox
from tests.casework.profiles import SEQUENCES_IN_ROWS
from tests.factories.casework import CaseFactory, caseworker

BEGAN = now()
SEARCHES, REGISTRATIONS = ["S1", "S2"], ["R1", "R2"]
names = st.sampled_from(SEARCHES + REGISTRATIONS)
pairs = st.tuples(st.sampled_from(SEARCHES), st.sampled_from(REGISTRATIONS))
workers = st.sampled_from([0, 1, 2])


class EveryOrder(RuleBasedStateMachine):
    """The model knows who says yes until when, and who approved which pair since anything changed."""

    met: ClassVar[int] = 0
    codes: ClassVar[dict[str, str]] = {
        name: f"{number:016}" for number, name in enumerate(SEARCHES + REGISTRATIONS)
    }

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.stack.enter_context(transaction.atomic())
        self.clock = self.stack.enter_context(time_machine.travel(BEGAN, tick=False))

    @initialize()
    def begin(self) -> None:
        self.users = [caseworker("DE"), caseworker("DE"), caseworker("DE")]
        self.administrator = User.objects.create_superuser("root")
        self.cases = {
            name: CaseFactory(code=code, **{"search" if name in SEARCHES else "registration": True})
            for name, code in self.codes.items()
        }
        self.yes = dict.fromkeys(self.cases)
        self.approved: dict[tuple[str, str], list[int]] = {}
        self.together: set[tuple[str, str]] = set()
        self.written = 0

    def teardown(self) -> None:
        try:
            if hasattr(self, "cases"):
                self.every_mailbox_shows_no_more_than_it_may()
        finally:
            transaction.set_rollback(True)
            self.stack.close()

    # What people do.

    @rule(name=names, words=st.sampled_from(["first", "second"]))
    def say_yes(self, name: str, words: str) -> None:
        if name not in self.cases:
            return
        shares = {"share_name": f"secret-{name}", "share_contact": "", "share_words": words}
        given = (words, now() + answering.HOLDS_FOR)
        before = self.yes[name]
        answering.answer(self.cases[name].pk, Answer.YES, shares)
        if before is None or before[1] <= now() or before[0] != words:
            self.forget_approvals(name)
        self.yes[name] = given

    @rule(name=names)
    def say_no(self, name: str) -> None:
        if name in self.cases:
            answering.answer(self.cases[name].pk, Answer.NO, {})
            self.take_yes_away(name)

    @rule(name=names)
    def take_back_the_answer(self, name: str) -> None:
        if name in self.cases:
            answering.withdraw(self.cases[name].pk)
            self.take_yes_away(name)

    @rule(name=names)
    def correct_what_was_told(self, name: str) -> None:
        if name in self.cases:
            self.written += 1
            case = Case.objects.get(pk=self.cases[name].pk)
            change_told(case.pk, {**case.told, "text": str(self.written)})
            self.forget_approvals(name)

    @rule(name=names)
    @precondition(lambda self: len(self.cases) > 2)
    def take_everything_back(self, name: str) -> None:
        if name in self.cases:
            withdraw_case(self.cases.pop(name).pk)
            self.yes.pop(name)
            self.forget_approvals(name)
            self.together = {pair for pair in self.together if name not in pair}

    @rule(pair=pairs, by=st.sampled_from([0, 1]))
    def end(self, pair: tuple[str, str], by: int) -> None:
        if introduction := self.introduction(pair):
            ended = introducing.end(self.cases[pair[by]].pk, introduction.pk)
            assert ended == (pair in self.together)
            self.together.discard(pair)

    @rule(pair=pairs, by=names)
    def write(self, pair: tuple[str, str], by: str) -> None:
        if (introduction := self.introduction(pair)) and by in self.cases:
            self.written += 1
            pass_on(self.cases[by], introduction.pk, str(self.written), f"letter-{by}")

    # What caseworkers and administrators do.

    @rule(pair=pairs, who=workers)
    def propose(self, pair: tuple[str, str], who: int) -> None:
        if {*pair} <= self.cases.keys():
            try:
                introducing.propose(self.users[who], *(self.cases[name] for name in pair))
            except Refused:
                return
            self.approved[pair] = []

    @rule(pair=pairs, who=workers)
    def ask(self, pair: tuple[str, str], who: int) -> None:
        self.attempt(pair, Event.ASK, who)

    @rule(pair=pairs, who=workers)
    def approve(self, pair: tuple[str, str], who: int) -> None:
        live = all(self.says_yes(name) for name in pair)
        if not self.attempt(pair, Event.APPROVE, who):
            return
        assert live, "approved without two live consents"
        assert self.is_caseworker(who)
        before = self.approved[pair]
        if before:
            assert before != [who], "approved twice by one"
            assert self.is_caseworker(before[0]), "the first approver is no caseworker any more"
            self.together.add(pair)
            EveryOrder.met += 1
            for name in pair:
                self.take_yes_away(name)
        else:
            self.approved[pair] = [who]

    @rule(pair=pairs, who=workers)
    def take_back(self, pair: tuple[str, str], who: int) -> None:
        if self.attempt(pair, Event.TAKE_BACK, who):
            assert self.approved[pair] == [who]
            self.approved[pair] = []

    @rule(pair=pairs, who=workers)
    def drop(self, pair: tuple[str, str], who: int) -> None:
        if self.attempt(pair, Event.DROP, who):
            self.approved[pair] = []

    @rule(who=workers)
    def dismiss(self, who: int) -> None:
        for worker in Caseworker.objects.filter(user=self.users[who]):
            dismiss(worker.pk, by=self.administrator)
        for pair, approvers in self.approved.items():
            if approvers == [who]:
                self.approved[pair] = []

    @rule(who=workers)
    def appoint(self, who: int) -> None:
        appoint(self.users[who], "DE", ["fa"], by=self.administrator)

    @rule(name=names, who=workers)
    def close_or_take(self, name: str, who: int) -> None:
        if name in self.cases:
            if close(self.cases[name].pk):
                self.forget_approvals(name)
            take(self.cases[name].pk, self.users[who])

    @rule(pair=pairs, who=workers, steps=st.integers(min_value=3, max_value=5))
    def go_on(self, pair: tuple[str, str], who: int, steps: int) -> None:
        """Forward, by one caseworker after the other: chance alone hardly ever brings two together."""
        for step in range(steps):
            self.go_one_step(pair, (who + step) % len(self.users))

    def go_one_step(self, pair: tuple[str, str], who: int) -> None:
        introduction = self.introduction(pair)
        if introduction is None:
            self.propose(pair, who)
        elif introduction.state == State.PROPOSED:
            self.ask(pair, who)
        elif introduction.state == State.ASKED:
            for name in pair:
                self.say_yes(name, "first")
            self.approve(pair, who)
        else:
            self.approve(pair, who)

    # What time does.

    @rule(days=st.integers(min_value=1, max_value=45))
    def time_passes(self, days: int) -> None:
        self.clock.shift(timedelta(days=days))

    @rule()
    def what_ran_out_is_purged(self) -> None:
        retention.consents_run_out(now()).delete()

    # What must hold.

    @invariant()
    def together_are_those_whom_the_model_brought_together(self) -> None:
        if not hasattr(self, "cases"):
            return
        keys = {case.pk: name for name, case in self.cases.items()}
        met = Meeting.objects.values_list("introduction__search", "introduction__registration")
        assert {(keys[search], keys[registration]) for search, registration in met} == self.together

    @invariant()
    def approvals_are_those_of_the_model(self) -> None:
        for introduction in Introduction.objects.filter(state=State.APPROVED_ONCE):
            pair = self.pair_of(introduction)
            assert [self.users.index(introduction.first_approver)] == self.approved[pair]

    def every_mailbox_shows_no_more_than_it_may(self) -> None:
        for name in self.cases:
            page = Mailbox(self.codes[name]).text()
            for other in self.codes:
                may = name == other or (name, other) in self.together or (other, name) in self.together
                assert may or f"secret-{other}" not in page, (name, other)
                assert may or f"letter-{other}" not in page, (name, other)

    # The model.

    def attempt(self, pair: tuple[str, str], event: Event, who: int) -> bool:
        introduction = self.introduction(pair)
        if introduction is None:
            return False
        try:
            introducing.step(introduction.pk, event, self.users[who])
        except Refused:
            return False
        return True

    def introduction(self, pair: tuple[str, str]) -> Introduction | None:
        if not {*pair} <= self.cases.keys():
            return None
        search, registration = (self.cases[name].pk for name in pair)
        return Introduction.objects.filter(search=search, registration=registration).first()

    def pair_of(self, introduction: Introduction) -> tuple[str, str]:
        keys = {case.pk: name for name, case in self.cases.items()}
        return keys[introduction.search_id], keys[introduction.registration_id]

    def says_yes(self, name: str) -> bool:
        given = self.yes.get(name)
        return given is not None and given[1] > now()

    def is_caseworker(self, who: int) -> bool:
        return Caseworker.objects.filter(user=self.users[who]).exists()

    def take_yes_away(self, name: str) -> None:
        self.yes[name] = None
        self.forget_approvals(name)

    def forget_approvals(self, name: str) -> None:
        self.approved = {pair: [] if name in pair else who for pair, who in self.approved.items()}


@pytest.mark.django_db
def test_no_order_of_events_tells_one_side_of_the_other_too_early() -> None:
    run_state_machine_as_test(
        EveryOrder,
        settings=settings(
            max_examples=SEQUENCES_IN_ROWS,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert EveryOrder.met, "some were brought together at all"
