"""Two people on the way to each other, through the rows of the database: what each step needs and leaves."""

from contextlib import suppress
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.utils.timezone import now

from casework import answering, introducing
from casework.appointing import dismiss
from casework.assigning import close
from casework.consent import Refused
from casework.enums import Answer, Event, State
from casework.models import Case, Caseworker, Consent, FamilyLetter, Introduction, Meeting
from casework.opening import change_told
from casework.withdrawing import withdraw_case
from casework.writing import pass_on
from tests.factories.casework import CaseFactory, caseworker, consent

pytestmark = pytest.mark.django_db
SHARES = {"share_name": "Ali", "share_contact": "+49 30 1", "share_words": "I am well."}


@pytest.fixture
def one() -> User:
    return caseworker("DE")


@pytest.fixture
def two() -> User:
    return caseworker("DE")


@pytest.fixture
def search() -> Case:
    return CaseFactory(search=True)


@pytest.fixture
def registration() -> Case:
    return CaseFactory(registration=True)


@pytest.fixture
def asked(one: User, search: Case, registration: Case) -> Introduction:
    introduction = introducing.propose(one, search, registration)
    return introducing.step(introduction.pk, Event.ASK, one)


@pytest.fixture
def both_say_yes(search: Case, registration: Case) -> None:
    consent(search)
    consent(registration, **SHARES)


def state(introduction: Introduction) -> str:
    return Introduction.objects.get(pk=introduction.pk).state


def test_two_yes_and_two_approvals_bring_them_together(
    asked: Introduction, both_say_yes: None, one: User, two: User
) -> None:
    introducing.step(asked.pk, Event.APPROVE, one)
    introducing.step(asked.pk, Event.APPROVE, two)
    assert state(asked) == State.INTRODUCED
    assert Meeting.objects.get().registration_shares == SHARES
    assert not Consent.objects.exists(), "a yes is used once"


def test_nobody_approves_alone(asked: Introduction, both_say_yes: None, one: User) -> None:
    introducing.step(asked.pk, Event.APPROVE, one)
    with pytest.raises(Refused):
        introducing.step(asked.pk, Event.APPROVE, one)
    assert state(asked) == State.APPROVED_ONCE
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("missing", ["search", "registration"])
@pytest.mark.parametrize("instead", [None, Answer.NO])
def test_one_yes_is_none(asked: Introduction, one: User, missing: str, instead: Answer | None) -> None:
    sides = {"search": asked.search, "registration": asked.registration}
    for name, case in sides.items():
        if name != missing:
            consent(case)
        elif instead:
            consent(case, instead)
    with pytest.raises(Refused):
        introducing.step(asked.pk, Event.APPROVE, one)


CHANGES = {
    "another answer": lambda case: answering.answer(case.pk, Answer.NO, {}),
    "another choice of what to share": lambda case: answering.answer(
        case.pk, Answer.YES, SHARES | {"share_name": "A"}
    ),
    "taken back": lambda case: answering.withdraw(case.pk),
    "other facts": lambda case: change_told(case.pk, {**case.told, "born": "1950"}),
    "closed": lambda case: close(case.pk),
}


@pytest.mark.parametrize("side", ["search", "registration"])
@pytest.mark.parametrize("change", CHANGES)
def test_an_approval_falls_when_one_side_changes_anything(
    asked: Introduction, both_say_yes: None, one: User, side: str, change: str
) -> None:
    introducing.step(asked.pk, Event.APPROVE, one)
    CHANGES[change](getattr(asked, side))
    assert state(asked) == State.ASKED
    assert Introduction.objects.get().first_approver is None
    introduction_is_not_finished_by(caseworker("DE"), asked)


def introduction_is_not_finished_by(user: User, introduction: Introduction) -> None:
    with suppress(Refused):
        introducing.step(introduction.pk, Event.APPROVE, user)
    assert not Meeting.objects.exists()


def test_renewing_the_same_answer_keeps_the_approval(
    asked: Introduction, both_say_yes: None, one: User, two: User, registration: Case
) -> None:
    introducing.step(asked.pk, Event.APPROVE, one)
    answering.answer(registration.pk, Answer.YES, SHARES)
    introducing.step(asked.pk, Event.APPROVE, two)
    assert state(asked) == State.INTRODUCED


def test_a_yes_runs_out_after_ninety_days_unless_it_is_renewed(
    asked: Introduction, both_say_yes: None, one: User, search: Case, registration: Case
) -> None:
    with time_machine.travel(now() + timedelta(days=60)):
        answering.answer(registration.pk, Answer.YES, SHARES)
    with time_machine.travel(now() + timedelta(days=91)), pytest.raises(Refused):
        introducing.step(asked.pk, Event.APPROVE, one)
    with time_machine.travel(now() + timedelta(days=91)):
        consent_of_search = Consent.objects.get(case=search)
        answering.answer(search.pk, Answer.YES, consent_of_search.shares)
        assert introducing.step(asked.pk, Event.APPROVE, one).state == State.APPROVED_ONCE


def test_a_new_yes_does_not_finish_what_was_approved_for_the_old_one(
    asked: Introduction, both_say_yes: None, one: User, two: User, search: Case
) -> None:
    """Also where the old one ran out and was purged, so that nothing told the introduction."""
    introducing.step(asked.pk, Event.APPROVE, one)
    Consent.objects.get(case=search).delete()
    consent(search)
    with pytest.raises(Refused):
        introducing.step(asked.pk, Event.APPROVE, two)


@pytest.mark.parametrize("side", ["search", "registration"])
def test_nobody_approves_what_is_closed(
    asked: Introduction, both_say_yes: None, one: User, side: str
) -> None:
    close(getattr(asked, f"{side}_id"))
    with pytest.raises(Refused):
        introducing.step(asked.pk, Event.APPROVE, one)


def lock_out(user: User, _by: User) -> None:
    user.is_active = False
    user.save()


GOES = {
    "is dismissed": lambda user, by: dismiss(Caseworker.objects.get(user=user).pk, by=by),
    "is locked out": lock_out,
    "has no account any more": lambda user, _by: User.objects.get(pk=user.pk).delete(),
}


@pytest.mark.parametrize("goes", GOES)
def test_whoever_goes_takes_the_approval_along(
    asked: Introduction, both_say_yes: None, one: User, two: User, goes: str
) -> None:
    introducing.step(asked.pk, Event.APPROVE, one)
    GOES[goes](one, two)
    assert state(asked) == State.ASKED
    introducing.step(asked.pk, Event.APPROVE, two)
    with pytest.raises(Refused):
        introducing.step(asked.pk, Event.APPROVE, two)
    assert not Meeting.objects.exists()


def test_an_approval_counts_for_nothing_once_the_account_was_switched_off(
    asked: Introduction, both_say_yes: None, one: User, two: User
) -> None:
    """Also where it was done past the site's own pages, which makes nothing fall."""
    introducing.step(asked.pk, Event.APPROVE, one)
    User.objects.filter(pk=one.pk).update(is_active=False)
    with pytest.raises(Refused):
        introducing.step(asked.pk, Event.APPROVE, two)
    assert not Meeting.objects.exists()


def test_an_approval_can_be_taken_back_by_who_gave_it(
    asked: Introduction, both_say_yes: None, one: User, two: User
) -> None:
    introducing.step(asked.pk, Event.APPROVE, one)
    with pytest.raises(Refused):
        introducing.step(asked.pk, Event.TAKE_BACK, two)
    assert introducing.step(asked.pk, Event.TAKE_BACK, one).state == State.ASKED


def test_a_caseworker_of_elsewhere_neither_proposes_nor_approves(
    asked: Introduction, both_say_yes: None, search: Case, registration: Case
) -> None:
    stranger = caseworker("FR")
    superuser = User.objects.create_superuser("root")
    for user in (stranger, superuser):
        for event in (Event.APPROVE, Event.DROP):
            with pytest.raises(Refused):
                introducing.step(asked.pk, event, user)
        with pytest.raises(Refused):
            introducing.propose(user, search, registration)


def test_a_search_is_introduced_to_a_registration_and_to_nothing_else(one: User, search: Case) -> None:
    for other in (CaseFactory(search=True), CaseFactory()):
        with pytest.raises(Refused):
            introducing.propose(one, search, other)


def test_somebody_who_is_gone_is_introduced_to_nobody(one: User, search: Case, registration: Case) -> None:
    withdraw_case(search.pk)
    with pytest.raises(Refused):
        introducing.propose(one, search, registration)


def test_what_was_dropped_may_be_proposed_again_and_what_was_ended_may_not(
    asked: Introduction, both_say_yes: None, one: User, two: User
) -> None:
    introducing.step(asked.pk, Event.DROP, one)
    assert introducing.propose(one, asked.search, asked.registration).pk == asked.pk
    introducing.step(asked.pk, Event.ASK, one)
    introducing.step(asked.pk, Event.APPROVE, one)
    introducing.step(asked.pk, Event.APPROVE, two)
    introducing.end(asked.search_id, asked.pk)
    with pytest.raises(Refused):
        introducing.propose(one, asked.search, asked.registration)


def test_one_yes_brings_one_person(
    both_say_yes: None, one: User, two: User, search: Case, registration: Case
) -> None:
    """A father who looks too needs a yes of his own."""
    father = CaseFactory(search=True)
    consent(father)
    introductions = [introducing.propose(one, case, registration) for case in (search, father)]
    for introduction in introductions:
        introducing.step(introduction.pk, Event.ASK, one)
        introducing.step(introduction.pk, Event.APPROVE, one)
    introducing.step(introductions[0].pk, Event.APPROVE, two)
    assert [state(introduction) for introduction in introductions] == [State.INTRODUCED, State.ASKED]
    with pytest.raises(Refused):
        introducing.step(introductions[1].pk, Event.APPROVE, two)


@pytest.fixture
def introduced(asked: Introduction, both_say_yes: None, one: User, two: User) -> Introduction:
    introducing.step(asked.pk, Event.APPROVE, one)
    return introducing.step(asked.pk, Event.APPROVE, two)


@pytest.mark.parametrize("side", ["search", "registration"])
def test_either_ends_it_and_what_was_shared_and_written_is_gone(introduced: Introduction, side: str) -> None:
    pass_on(introduced.search, introduced.pk, "once", "My son!")
    assert introducing.end(getattr(introduced, f"{side}_id"), introduced.pk)
    assert not introducing.end(getattr(introduced, f"{side}_id"), introduced.pk)
    assert not Meeting.objects.exists()
    assert not FamilyLetter.objects.exists()
    assert state(introduced) == State.ENDED


def test_nobody_else_ends_it_or_writes_into_it(introduced: Introduction) -> None:
    stranger = CaseFactory(search=True)
    pass_on(stranger, introduced.pk, "once", "I am his mother too")
    assert not introducing.end(stranger.pk, introduced.pk)
    assert not FamilyLetter.objects.exists()
    assert state(introduced) == State.INTRODUCED


def test_after_the_end_nothing_is_passed_on(introduced: Introduction) -> None:
    introducing.end(introduced.search_id, introduced.pk)
    pass_on(introduced.registration, introduced.pk, "once", "Still there?")
    assert not FamilyLetter.objects.exists()


@pytest.mark.parametrize("side", ["search", "registration"])
def test_whoever_takes_everything_back_takes_what_they_shared_along(
    introduced: Introduction, side: str
) -> None:
    withdraw_case(getattr(introduced, f"{side}_id"))
    assert not Meeting.objects.exists()
    assert not Introduction.objects.exists()
    assert Case.objects.count() == 1


def test_a_case_through_which_two_write_stays_open(introduced: Introduction) -> None:
    assert not close(introduced.search_id)
    introducing.end(introduced.search_id, introduced.pk)
    assert close(introduced.search_id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": State.INTRODUCED},
        {"state": State.ENDED},
        {"state": State.INTRODUCED, "second_approver": None},
        {"state": State.INTRODUCED, "second_approver": "the first"},
        {"state": State.INTRODUCED, "search_consent": None},
    ],
    ids=str,
)
def test_the_database_itself_refuses_what_the_table_refuses(
    asked: Introduction, one: User, two: User, wrong: dict[str, object]
) -> None:
    introduction = Introduction.objects.get()
    if len(wrong) > 1:
        introduction.first_approver, introduction.second_approver = one, two
        introduction.search_consent = introduction.registration_consent = asked.pk
    for name, value in wrong.items():
        setattr(introduction, name, one if value == "the first" else value)
    with pytest.raises(IntegrityError):
        introduction.save()
