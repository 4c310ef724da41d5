"""Nothing is kept longer than docs/confidential.md says, and what is erased stays erased."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.utils.timezone import now

from casework import answering, introducing
from casework.appointing import dismiss
from casework.enums import Answer, Event, State, Status
from casework.models import AccessRequest, Case, Caseworker, Consent, Introduction, Meeting
from casework.withdrawing import withdraw_case
from casework.writing import pass_on, person_writes, team_writes
from confidential.erasure import replay
from confidential.retention import purge
from tests.casework.mailboxes import Mailbox
from tests.factories.casework import CaseFactory, caseworker, consent

pytestmark = pytest.mark.django_db
TABLES = [model for model in apps.get_app_config("casework").get_models() if model is not Caseworker]

CODES = ("1" * 16, "2" * 16)


def everything() -> dict[str, int]:
    return {model.__name__: count for model in TABLES if (count := model.objects.count())}


def after_days(days: int) -> dict[str, int]:
    with time_machine.travel(now() + timedelta(days=days)):
        purge(now())
        return everything()


def two_who_met() -> Introduction:
    one, two = caseworker(), caseworker()
    cases = CaseFactory(search=True, code=CODES[0]), CaseFactory(registration=True, code=CODES[1])
    for case in cases:
        consent(case)
        person_writes(case.pk, "1", "Hello", None)
        team_writes(case.pk, "2", one, "Hello", None)
    introduction = introducing.propose(one, *cases)
    for event, user in ((Event.ASK, one), (Event.APPROVE, one), (Event.APPROVE, two)):
        introducing.step(introduction.pk, event, user)
    pass_on(cases[0], introduction.pk, "3", "My son")
    return introduction


@pytest.mark.parametrize(
    ("case", "kept_for"),
    [
        ({}, 180),
        ({"search": True}, 365),
        ({"registration": True}, 365),
        ({"status": Status.CLOSED}, 90),
        ({"status": Status.CLOSED, "search": True}, 90),
    ],
    ids=str,
)
def test_a_case_is_kept_as_long_as_promised_and_no_day_longer(case: dict[str, object], kept_for: int) -> None:
    CaseFactory(**case)
    assert "Case" in after_days(kept_for - 1)
    assert after_days(kept_for + 1) == {}


@pytest.mark.parametrize("kind", [{}, {"search": True}, {"registration": True}], ids=str)
def test_the_mailbox_of_a_closed_case_promises_no_more_than_is_kept(kind: dict[str, bool]) -> None:
    case = CaseFactory(**kind, status=Status.CLOSED, code="7" * 16)
    with time_machine.travel(case.status_since + timedelta(days=80)):
        promised = Mailbox("7" * 16).text()
    assert "90 days after we are done" in promised
    assert "a year after you last opened" not in promised.replace("half a year", "")
    assert after_days(91) == {}, "also where it was read meanwhile"


def test_an_open_mailbox_of_a_family_promises_a_year() -> None:
    CaseFactory(search=True, code="7" * 16)
    assert "kept for a year after you last opened" in Mailbox("7" * 16).text()


def test_opening_the_mailbox_renews_a_search() -> None:
    CaseFactory(search=True, code="7" * 16)
    with time_machine.travel(now() + timedelta(days=300)):
        Mailbox("7" * 16)
    assert "Case" in after_days(400)
    assert after_days(700) == {}


def test_a_consent_that_ran_out_is_gone_from_the_table_too() -> None:
    case = CaseFactory(search=True)
    answering.answer(case.pk, Answer.YES, {"share_name": "Ali"})
    assert "Consent" in after_days(89)
    assert "Consent" not in after_days(91)


def test_what_two_shared_and_wrote_goes_with_them() -> None:
    two_who_met()
    assert {"Meeting", "FamilyLetter", "Message"} <= everything().keys()
    assert after_days(366) == {}


def test_an_introduction_that_is_over_is_forgotten() -> None:
    introduction = two_who_met()
    introducing.end(introduction.search_id, introduction.pk)
    assert "Introduction" in after_days(80)
    assert "Introduction" not in after_days(91)


def test_a_request_to_open_a_case_is_forgotten() -> None:
    AccessRequest.objects.create(case=CaseFactory(search=True), asked_by=caseworker("FR"), reason="Why")
    assert "AccessRequest" not in after_days(91)


def test_what_was_withdrawn_does_not_come_back_with_a_backup() -> None:
    introduction = two_who_met()
    case = Case.objects.get(pk=introduction.search_id)
    with_it = Meeting.objects.get()
    withdraw_case(case.pk)
    case.save(force_insert=True)  # as a backup from yesterday has it
    introduction.save(force_insert=True)
    with_it.save(force_insert=True)
    replay(also_undecided=True)
    assert not Case.objects.filter(pk=case.pk).exists()
    assert not Meeting.objects.exists()


def test_what_was_ended_is_ended_again_after_a_backup_and_both_mailboxes_open() -> None:
    introduction = two_who_met()
    with_it = Meeting.objects.get()
    introducing.end(introduction.search_id, introduction.pk)
    restored(introduction, with_it)
    replay(also_undecided=True)
    assert not Meeting.objects.exists()
    assert Introduction.objects.get().state == State.ENDED
    for code in CODES:
        assert "You both said yes" not in Mailbox(code).text()


def restored(introduction: Introduction, meeting: Meeting) -> None:
    """As a backup has it that was made while the two wrote to each other."""
    Introduction.objects.filter(pk=introduction.pk).update(state=State.INTRODUCED)
    meeting.save(force_insert=True)


def test_a_replay_ends_nothing_between_two_who_still_write_to_each_other() -> None:
    two_who_met()
    replay(also_undecided=True)
    assert Introduction.objects.get().state == State.INTRODUCED
    assert Meeting.objects.exists()


def test_mailboxes_open_and_take_words_though_what_was_shared_is_missing() -> None:
    introduction = two_who_met()
    Meeting.objects.all().delete()
    for code in CODES:
        mailbox = Mailbox(code)
        assert "You both said yes" not in mailbox.text()
        for step, sent in (("them/", {"words": "Still there?"}), ("end/", {})):
            assert mailbox.do(step, introduction=str(introduction.pk), **sent).last.status_code == 200


def test_a_yes_that_was_taken_back_does_not_come_back_with_a_backup() -> None:
    case = CaseFactory(search=True)
    given = consent(case)
    answering.withdraw(case.pk)
    given.save(force_insert=True)
    replay(also_undecided=True)
    assert not Consent.objects.exists()


def test_dismissing_a_caseworker_leaves_their_cases_to_the_others() -> None:
    user, root = caseworker(), caseworker("FR")
    case = CaseFactory(assigned_to=user)
    dismiss(Caseworker.objects.get(user=user).pk, by=root)
    assert Case.objects.at_the_desk_of(caseworker()).filter(pk=case.pk).exists()
