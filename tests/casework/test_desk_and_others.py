"""The desk beyond the own country and the own case: four eyes, looking up, and families."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from casework.desk.finding import LOOK_UPS
from casework.enums import Author
from casework.models import AccessRequest, Case, Introduction, Message
from confidential.enums import AccessReason
from confidential.models import AccessRecord
from tests.casework.desks import SECRET, browser_of, refused, seen
from tests.casework.mailboxes import Mailbox, page_of
from tests.factories.casework import CaseFactory, caseworker, consent

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


# Four eyes.


def ask(client: Client, case: Case) -> None:
    client.post(reverse("case_ask", args=[case.pk]), {"reason": "His sister wrote to us in Paris."})


def test_four_eyes_open_a_case_of_another_country_for_a_day(case: Case, german: User, french: User) -> None:
    paris, berlin = browser_of(french), browser_of(german)
    address = reverse("case", args=[case.pk])
    ask(paris, case)
    assert not seen(paris, address)
    assert "His sister wrote to us in Paris." in seen(berlin, reverse("case_requests"))
    berlin.post(reverse("case_approve_request", args=[AccessRequest.objects.get().pk]))
    assert SECRET in seen(paris, address)
    record = AccessRecord.objects.get(user=french)
    assert (record.why, record.allowed_by) == (AccessReason.ANOTHER_COUNTRY, german)
    with time_machine.travel(now() + timedelta(hours=25)):
        assert not seen(browser_of(french), address)


def test_colleagues_see_who_opened_a_case_why_and_by_whose_leave(
    case: Case, german: User, french: User
) -> None:
    paris, berlin = browser_of(french), browser_of(german)
    address = reverse("case", args=[case.pk])
    ask(paris, case)
    berlin.post(reverse("case_approve_request", args=[AccessRequest.objects.get().pk]))
    paris.get(address)
    berlin.post(reverse("case_find"), {"code": "4" * 16})
    CaseFactory()
    own, looked_up, of_another = (
        " ".join(line.text.split()[1:])
        for line in page_of(berlin.get(address)).select_one("details").select("li")
    )
    assert of_another.endswith(f"{french} · from another country, with leave · Allowed by: {german}")
    assert looked_up.endswith(f"{german} · to see whether two belong together")
    assert own.endswith(f"{german} · to work on it")


def test_nobody_allows_themselves_or_for_another_country(case: Case, french: User) -> None:
    paris = browser_of(french)
    ask(paris, case)
    for client in (paris, browser_of(caseworker("FR")), browser_of(caseworker("SE"))):
        client.post(reverse("case_approve_request", args=[AccessRequest.objects.get().pk]))
    assert AccessRequest.objects.get().approved_at is None


def test_asking_twice_is_asking_once(case: Case, french: User) -> None:
    for _time in range(2):
        ask(browser_of(french), case)
    assert AccessRequest.objects.count() == 1


def test_the_database_refuses_who_allows_themselves(case: Case, french: User) -> None:
    asked = AccessRequest(case=case, asked_by=french, reason="x", approved_by=french, approved_at=now())
    with pytest.raises(IntegrityError):
        asked.save()


# Looking up.


@pytest.mark.parametrize("written", ["Ali Karimi", "علی کریمی", "KARIMI Ali", "Aly Karimi"])
def test_a_name_is_found_in_any_spelling(desk: Client, written: str) -> None:
    case = CaseFactory(registration=True)
    assert case.reference in desk.post(reverse("case_find"), {"name": written}).content.decode()


def test_part_of_a_name_finds_nothing(desk: Client) -> None:
    case = CaseFactory(registration=True)
    for written in ("Karimi", "Al", "%"):
        assert case.reference not in desk.post(reverse("case_find"), {"name": written}).content.decode()


@pytest.mark.parametrize("asked", [{"name": "Ali Karimi"}, {"code": "4" * 16}], ids=str)
@pytest.mark.parametrize("country", ["DE", "FR"])
def test_each_case_that_a_look_up_names_is_written_down(
    desk: Client, german: User, asked: dict[str, str], country: str
) -> None:
    found = CaseFactory(registration=True, code="4" * 16, country=country)
    CaseFactory()
    assert found.reference in desk.post(reverse("case_find"), asked).content.decode()
    record = AccessRecord.objects.get()
    assert (record.user, record.row, record.why) == (german, str(found.pk), AccessReason.MATCHING)


def test_a_code_and_a_name_together_find_the_one_case_that_has_both(desk: Client) -> None:
    case = CaseFactory(registration=True, code="4" * 16)
    CaseFactory(registration=True)
    asked = {"code": "4" * 16, "name": "Ali Karimi"}
    desk.post(reverse("case_find"), asked)
    assert [record.row for record in AccessRecord.objects.all()] == [str(case.pk)]
    desk.post(reverse("case_find"), {**asked, "name": "Reza Ahmadi"})
    assert AccessRecord.objects.count() == 1


def test_a_look_up_that_finds_nobody_names_nobody_in_the_log(desk: Client) -> None:
    CaseFactory(registration=True)
    desk.post(reverse("case_find"), {"name": "Nobody Atall"})
    desk.get(reverse("case_find"))
    assert not AccessRecord.objects.exists()


def test_nobody_goes_through_a_list_of_names(desk: Client, german: User) -> None:
    """Counted for the caseworker, not for the address: colleagues in one office share that."""
    case = CaseFactory(registration=True)
    with time_machine.travel(NOON, tick=False):
        for number in range(LOOK_UPS):
            desk.post(reverse("case_find"), {"name": f"Name {number}"}, REMOTE_ADDR=f"192.0.2.{number}")
        refused_one = desk.post(reverse("case_find"), {"name": "Ali Karimi"}, REMOTE_ADDR="198.51.100.1")
        assert "Too many" in refused_one.content.decode()
        assert case.reference not in refused_one.content.decode()
        assert not AccessRecord.objects.exists()
        colleague = browser_of(caseworker("DE"))
        assert case.reference in colleague.post(reverse("case_find"), {"name": "Ali Karimi"}).content.decode()
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        assert case.reference in desk.post(reverse("case_find"), {"name": "Ali Karimi"}).content.decode()


def test_looking_up_asks_for_something(desk: Client) -> None:
    assert "Write a code or a name." in desk.post(reverse("case_find")).content.decode()


# Families.


def test_two_who_may_belong_together_are_compared_asked_and_brought_together(
    desk: Client, german: User
) -> None:
    search, registration = CaseFactory(search=True, code="1" * 16), CaseFactory(registration=True)
    assert search.reference in seen(desk, reverse("case_matches"))
    pair = desk.post(reverse("case_propose", args=[search.pk, registration.pk])).headers["Location"]
    assert "Maryam Karimi" in seen(desk, pair)
    assert "No consent." in seen(desk, pair)
    for case in (search, registration):
        consent(case)
    for client in (desk, browser_of(caseworker("DE"))):
        for step in ("ask", "approve"):
            client.post(f"{pair}step/", {"step": step})
    assert "Introduced" in seen(desk, pair).replace("introduced", "Introduced")
    assert "Known as before" in Mailbox("1" * 16).text()
    opened = AccessRecord.objects.filter(user=german, why=AccessReason.MATCHING)
    assert {record.row for record in opened} == {str(search.pk), str(registration.pk)}


def test_a_step_that_is_none_says_so(desk: Client) -> None:
    pair = [CaseFactory(search=True).pk, CaseFactory(registration=True).pk]
    address = desk.post(reverse("case_propose", args=pair)).headers["Location"]
    page = page_of(desk.post(f"{address}step/", {"step": "approve"}, follow=True))
    assert "This cannot be done any more" in page.text
    assert refused(desk.post(f"{address}step/", {"step": "end"}))


def likeness(client: Client) -> list[str]:
    """What the list of possible matches says of year and place."""
    cells = page_of(client.get(reverse("case_matches"))).select("main tbody tr td")
    return [cell.get_text(strip=True) for cell in cells[2:4]]


def test_a_match_abroad_is_told_without_its_facts_until_four_eyes_agree(desk: Client, french: User) -> None:
    search = CaseFactory(search=True)
    abroad = CaseFactory(registration=True, country="FR")
    page = seen(desk, reverse("case_matches"))
    assert abroad.reference in page
    assert "کریمی" not in page
    assert likeness(desk) == ["–", "–"]
    propose = reverse("case_propose", args=[search.pk, abroad.pk])
    assert refused(desk.post(propose))
    ask(desk, abroad)
    browser_of(french).post(reverse("case_approve_request", args=[AccessRequest.objects.get().pk]))
    assert likeness(desk) == ["–", "–"]
    pair = desk.post(propose).headers["Location"]
    assert "کریمی" in seen(desk, pair)
    assert AccessRecord.objects.get(why=AccessReason.ANOTHER_COUNTRY).allowed_by == french


@pytest.mark.parametrize("born", ["1985", "1990", ""])
def test_whether_a_match_abroad_is_listed_says_nothing_of_its_year(desk: Client, born: str) -> None:
    told = {**CaseFactory.build(registration=True).told, "born": born}
    CaseFactory(search=True)
    abroad = CaseFactory(registration=True, country="FR", told=told)
    assert abroad.reference in seen(desk, reverse("case_matches"))
    assert likeness(desk) == ["–", "–"]


def test_a_match_at_the_own_desk_is_told_with_its_likeness(desk: Client) -> None:
    CaseFactory(search=True)
    CaseFactory(registration=True)
    assert likeness(desk) == ["fits", "fits"]
    assert not AccessRecord.objects.exists()


def test_each_case_abroad_that_a_match_names_is_written_down_once(desk: Client, german: User) -> None:
    for _number in range(2):
        CaseFactory(search=True)
    abroad = CaseFactory(registration=True, country="FR")
    desk.get(reverse("case_matches"))
    record = AccessRecord.objects.get()
    assert (record.user, record.row, record.why) == (german, str(abroad.pk), AccessReason.MATCHING)


@pytest.mark.parametrize(
    ("told", "is_match"),
    [
        ({}, True),
        ({"born": "1983"}, True),
        ({"born": "1990"}, False),
        ({"born": ""}, True),
        ({"name": "Reza Ahmadi"}, False),
        ({"name": "Ali Reza Karimi"}, True),
        ({"name": "Ali Reza Ahmadi"}, False),
        ({"name": "Reza Ahmadi", "other_names": "Ali Karimi"}, True),
        ({"place": "Paris"}, True),
    ],
    ids=str,
)
def test_what_is_held_to_be_a_possible_match(desk: Client, told: dict[str, str], *, is_match: bool) -> None:
    search = CaseFactory(search=True)
    CaseFactory(registration=True, told={**CaseFactory.build(registration=True).told, **told})
    assert (search.reference in seen(desk, reverse("case_matches"))) == is_match


def test_a_dropped_pair_is_proposed_no_more(desk: Client) -> None:
    search, registration = CaseFactory(search=True), CaseFactory(registration=True)
    address = desk.post(reverse("case_propose", args=[search.pk, registration.pk])).headers["Location"]
    desk.post(f"{address}step/", {"step": "drop"})
    page = page_of(desk.get(reverse("case_matches")))
    assert not page.select("table form")
    assert Introduction.objects.get().state == "dropped"


def test_every_form_of_the_desk_holds_the_token_that_it_is_asked_for(case: Case, german: User) -> None:
    """Tests send forms without it; browsers cannot."""
    Message.objects.create(case=case, author=Author.PERSON, text="x").attachments.create(
        name="a.txt", media_type="text/plain", content=b"x"
    )
    pair = CaseFactory(search=True), CaseFactory(registration=True)
    AccessRequest.objects.create(case=case, asked_by=caseworker("FR"), reason="x")
    desk = browser_of(german)
    addresses = [
        reverse("case", args=[case.pk]),
        *(reverse(name) for name in ("case_find", "case_matches", "case_requests")),
        reverse("case_ask", args=[case.pk]),
        desk.post(reverse("case_propose", args=[case.pk for case in pair])).headers["Location"],
    ]
    forms = [
        form for address in addresses for form in page_of(desk.get(address)).select("main form[method=post]")
    ]
    assert len(forms) >= 8
    assert [form for form in forms if not form.select("[name=csrfmiddlewaretoken]")] == []
