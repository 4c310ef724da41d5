"""The standing answer of a family's mailbox, as its owner gives, renews and takes it back."""

import pytest
import time_machine

from casework.enums import Status
from casework.models import Case, Consent
from tests.casework.mailboxes import Mailbox
from tests.factories.casework import CaseFactory

pytestmark = pytest.mark.django_db
CODE = "1234567890123456"
YES = {"answer": "yes", "share_name": "Maryam", "share_contact": "maryam@example.org"}
AGAIN = "is it still right?"


@pytest.fixture(autouse=True)
def case() -> Case:
    return CaseFactory(search=True, code=CODE)


def answered(**sent: str) -> str:
    return Mailbox(CODE).do("answer/", **sent).text()


@pytest.mark.parametrize("given", [YES, {"answer": "no"}], ids=str)
def test_whoever_answered_is_asked_every_two_weeks_whether_it_still_holds(given: dict[str, str]) -> None:
    """On the same days in every mailbox, and no more once it was saved again."""
    with time_machine.travel("2026-03-03T12:00Z") as clock:
        assert AGAIN not in Mailbox(CODE).text(), "there is no answer to look at"
        assert AGAIN not in answered(**given)
        clock.move_to("2026-03-15T23:00Z")
        assert AGAIN not in Mailbox(CODE).text()
        clock.move_to("2026-03-16T01:00Z")
        assert AGAIN in Mailbox(CODE).text()
        assert AGAIN not in answered(**given)
        clock.move_to("2026-03-30T01:00Z")
        assert AGAIN in Mailbox(CODE).text()


def test_a_yes_that_ran_out_is_no_answer_any_more() -> None:
    with time_machine.travel("2026-03-03T12:00Z") as clock:
        assert "Your answer holds until June 1, 2026" in answered(**YES)
        clock.move_to("2026-06-01T13:00Z")
        page = Mailbox(CODE)
        assert "You have not answered." in page.text()
        assert not page.page.select("[name=answer][checked]")
        assert "maryam@example.org" not in str(page.page)


def test_a_yes_that_shares_nothing_is_asked_what_it_shares() -> None:
    assert "Write at least one thing that may be shared." in answered(answer="yes", share_name=" ")
    assert not Consent.objects.exists()


def test_without_a_yes_or_a_no_nothing_is_kept() -> None:
    page = Mailbox(CODE).do("answer/", share_name="Maryam")
    assert page.page.select(".field:has([name=answer]) .errorlist")
    assert page.page.select_one("[name=share_name]")["value"] == "Maryam"
    assert not Consent.objects.exists()


def test_a_no_keeps_nothing_that_might_be_shared() -> None:
    answered(**{**YES, "answer": "no"})
    assert Consent.objects.get().shares == {}


def test_an_answer_that_is_taken_back_leaves_no_row() -> None:
    answered(**YES)
    assert "You have not answered." in answered(take_back="1")
    assert not Consent.objects.exists()


@pytest.mark.parametrize("given", [YES, {"answer": "no"}], ids=str)
def test_whoever_answers_opens_a_closed_case_again(case: Case, given: dict[str, str]) -> None:
    """So that an answer is never erased together with what was closed long ago."""
    Case.objects.update(status=Status.CLOSED)
    answered(**given)
    case.refresh_from_db()
    assert case.status == Status.OURS


def test_an_answer_to_an_open_case_is_no_word_to_caseworkers(case: Case) -> None:
    Case.objects.update(status=Status.THEIRS)
    answered(**YES)
    case.refresh_from_db()
    assert case.status == Status.THEIRS
