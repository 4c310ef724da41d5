"""Two hundred clicks at the same moment have one effect."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections

from casework import answering, introducing
from casework.consent import Refused
from casework.enums import Answer, Event, State
from casework.models import Case, Consent, FamilyLetter, Introduction, Meeting, Message
from casework.opening import open_case
from casework.withdrawing import withdraw_case
from casework.writing import pass_on, person_writes
from confidential import ledger
from confidential.enums import ErasureState
from tests.factories.casework import CaseFactory, caseworker, consent

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgresql]
CLICKS = 200
# All of them at the same moment, where the server has connections enough (.ci/run asks for as many).
AT_ONCE = (CLICKS, 50, 20)
SHARES = {"share_name": "Ali", "share_contact": "", "share_words": "I am well."}


def click(act: Callable[[int], Any]) -> Counter[str]:
    """All clicks, as many at the same moment as there are connections; what became of them."""
    at_once = next(number for number in AT_ONCE if number <= _connections_left())
    gate = Barrier(at_once)

    def one(number: int) -> str:
        gate.wait(timeout=60)
        try:
            act(number)
        except Refused:
            return "refused"
        finally:
            connections.close_all()
        return "done"

    with ThreadPoolExecutor(at_once) as pool:
        return Counter(pool.map(one, range(CLICKS)))


def _connections_left() -> int:
    """Without the one that asks, and those that are kept for administrators."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('max_connections')::int - 10")
        return cursor.fetchone()[0]


def erased(table: str) -> int:
    lines = ledger.read() if ledger.exists() else []
    return sum(line.table == table and line.state == ErasureState.DONE for line in lines)


@pytest.fixture
def workers() -> list[User]:
    return [caseworker("DE") for _number in range(4)]


@pytest.fixture
def introduction(workers: list[User]) -> Iterator[Introduction]:
    cases = CaseFactory(search=True), CaseFactory(registration=True)
    for case in cases:
        consent(case, **SHARES)
    yield introducing.step(introducing.propose(workers[0], *cases).pk, Event.ASK, workers[0])
    assert connection.vendor == "postgresql"


def test_a_form_sent_two_hundred_times_is_one_case() -> None:
    click(lambda _number: open_case("nonce", "help", "DE", "en", {"text": "Help"}))
    assert Case.objects.count() == 1


def test_a_message_sent_two_hundred_times_is_one_message() -> None:
    case = CaseFactory()
    click(lambda _number: person_writes(case.pk, "once", "Hello", None))
    assert Message.objects.count() == 1


def test_a_yes_given_two_hundred_times_is_one_yes() -> None:
    case = CaseFactory(search=True)
    click(lambda _number: answering.answer(case.pk, Answer.YES, SHARES))
    assert Consent.objects.count() == 1


def test_a_yes_taken_back_two_hundred_times_is_erased_once() -> None:
    case, before = CaseFactory(search=True), erased("casework_consent")
    consent(case)
    click(lambda _number: answering.withdraw(case.pk))
    assert not Consent.objects.exists()
    assert erased("casework_consent") == before + 1


def test_everything_taken_back_two_hundred_times_is_erased_once() -> None:
    case, before = CaseFactory(search=True), erased("casework_case")
    click(lambda _number: withdraw_case(case.pk))
    assert not Case.objects.exists()
    assert erased("casework_case") == before + 1


def test_two_hundred_approvals_of_one_person_are_one(introduction: Introduction, workers: list[User]) -> None:
    became = click(lambda _number: introducing.step(introduction.pk, Event.APPROVE, workers[0]))
    assert became == {"done": 1, "refused": CLICKS - 1}
    assert Introduction.objects.get().state == State.APPROVED_ONCE


def test_two_hundred_approvals_of_four_people_bring_two_together_once(
    introduction: Introduction, workers: list[User]
) -> None:
    became = click(lambda number: introducing.step(introduction.pk, Event.APPROVE, workers[number % 4]))
    assert became == {"done": 2, "refused": CLICKS - 2}
    found = Introduction.objects.get()
    assert found.state == State.INTRODUCED
    assert found.first_approver_id != found.second_approver_id
    assert Meeting.objects.count() == 1


def test_approving_against_withdrawing_ends_one_way_or_the_other(
    introduction: Introduction, workers: list[User]
) -> None:
    """Never with something shared that had been taken back before."""
    case = introduction.registration_id

    def act(number: int) -> None:
        if number % 10 == 5:
            answering.withdraw(case)
        elif number % 10 == 9:
            answering.answer(case, Answer.YES, SHARES | {"share_words": str(number)})
        else:
            introducing.step(introduction.pk, Event.APPROVE, workers[number % 4])

    click(act)
    found = Introduction.objects.get()
    if found.state == State.INTRODUCED:
        assert found.first_approver_id != found.second_approver_id
        assert not Consent.objects.filter(pk__in=[found.search_consent, found.registration_consent]).exists()
    else:
        assert not Meeting.objects.exists()


def test_ending_two_hundred_times_against_writing_leaves_nothing(
    introduction: Introduction, workers: list[User]
) -> None:
    for worker in workers[:2]:
        introducing.step(introduction.pk, Event.APPROVE, worker)
    search = introduction.search

    def act(number: int) -> None:
        if number % 2:
            introducing.end(search.pk, introduction.pk)
        else:
            pass_on(search, introduction.pk, str(number), "Hello")

    click(act)
    assert Introduction.objects.get().state == State.ENDED
    assert not FamilyLetter.objects.exists()


def test_many_introductions_at_once_wait_for_each_other_without_a_knot(workers: list[User]) -> None:
    """Two searches and two registrations, every pair approved by everybody at the same time."""
    searches = [CaseFactory(search=True) for _number in range(2)]
    registrations = [CaseFactory(registration=True) for _number in range(2)]
    for case in searches + registrations:
        consent(case)
    pairs = [introducing.propose(workers[0], one, other).pk for one in searches for other in registrations]
    for pair in pairs:
        introducing.step(pair, Event.ASK, workers[0])
    click(lambda number: introducing.step(pairs[number % 4], Event.APPROVE, workers[number // 4 % 4]))
    met = Introduction.objects.filter(state=State.INTRODUCED)
    assert met.count() == 2
    assert len({introduction.search_id for introduction in met}) == 2
