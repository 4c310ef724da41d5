"""The caseworkers' desk: who sees what, who may do what, and what is written down about it."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from casework.enums import Author, CaseEvent, Status
from casework.models import AccessRequest, Attachment, Case, Caseworker, Introduction, Message
from casework.progress import STEPS, after
from confidential.enums import AccessReason
from confidential.models import AccessRecord
from tests.casework.mailboxes import Mailbox, page_of
from tests.factories import CountryFactory
from tests.factories.casework import CaseFactory, CaseworkerFactory, caseworker, consent

pytestmark = pytest.mark.django_db
SECRET = "A red bicycle that nobody else knows of"


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def german() -> User:
    return caseworker("DE")


@pytest.fixture
def french() -> User:
    return caseworker("FR")


@pytest.fixture
def desk(german: User) -> Client:
    return browser_of(german)


@pytest.fixture
def case() -> Case:
    return CaseFactory(code="4" * 16, told={"text": SECRET, "own_name": "Sara"})


def refused(response: HttpResponse) -> bool:
    """Not there; the site looks once more below a language before it says so."""
    return response.status_code in {404, 405} or response.headers.get("Location", "").startswith("/en/admin/")


def seen(client: Client, address: str) -> str:
    response = client.get(address)
    return response.content.decode() if response.status_code == 200 else ""


def desk_page(client: Client, **asked: str) -> BeautifulSoup:
    return page_of(client.get(reverse("case_desk"), asked))


def listed(client: Client, **asked: str) -> set[str]:
    return {link.text for link in desk_page(client, **asked).select("td.title a")}


STRANGERS = {
    "superuser": lambda: User.objects.create_superuser("root"),
    "Administrators": lambda: _in_group("Administrators"),
    "Editors": lambda: _in_group("Editors"),
    "Translators": lambda: _in_group("Translators"),
    "Contributors": lambda: _in_group("Contributors"),
    "Caseworkers without a country": lambda: _in_group("Caseworkers"),
}


def _in_group(name: str) -> User:
    user = User.objects.create_user(f"a {name}")
    user.groups.add(Group.objects.get(name=name))
    return user


def addresses(case: Case) -> dict[str, str]:
    key = [case.pk]
    return {
        "desk": reverse("case_desk"),
        "case": reverse("case", args=key),
        "find": reverse("case_find"),
        "matches": reverse("case_matches"),
        "requests": reverse("case_requests"),
        "ask": reverse("case_ask", args=key),
        "write": reverse("case_write", args=key),
        "take": reverse("case_take", args=key),
        "hand over": reverse("case_hand_over", args=key),
        "close": reverse("case_close", args=key),
        "file": reverse("case_file", args=key),
        "pair": reverse("case_pair", args=key),
        "step": reverse("case_step", args=key),
        "propose": reverse("case_propose", args=[case.pk, case.pk]),
        "approve": reverse("case_approve_request", args=key),
    }


@pytest.mark.parametrize("who", STRANGERS)
def test_to_whoever_is_no_caseworker_the_desk_is_not_there(case: Case, who: str) -> None:
    client = browser_of(STRANGERS[who]())
    for address in addresses(case).values():
        assert refused(client.get(address)), address
        assert refused(client.post(address, {"text": "x", "once": "x"})), address
    front = client.get("/admin/").content.decode()
    assert "/admin/cases/" not in front.replace("/admin/cases/people/", "")
    assert SECRET not in front


# Who sees what of a German case: in its list, opened, and found by its code.
VISIBLE = {
    "DE": (True, True, True),
    "FR": (False, False, False),
}


@pytest.mark.parametrize("country", VISIBLE)
def test_a_caseworker_sees_the_cases_of_the_own_country(case: Case, country: str) -> None:
    client = browser_of(caseworker(country))
    found = client.post(reverse("case_find"), {"code": "4" * 16}).content.decode()
    assert (
        case.reference in listed(client),
        SECRET in seen(client, reverse("case", args=[case.pk])),
        reverse("case", args=[case.pk]) + '"' in found,
    ) == VISIBLE[country]
    assert SECRET not in found


def test_each_opening_is_written_down_and_the_list_opens_nothing(
    case: Case, desk: Client, german: User
) -> None:
    listed(desk)
    assert not AccessRecord.objects.exists()
    seen(desk, reverse("case", args=[case.pk]))
    record = AccessRecord.objects.get()
    assert (record.user, record.row, record.why) == (german, str(case.pk), AccessReason.WORK)


def test_the_list_shows_nothing_of_what_was_told(case: Case, desk: Client) -> None:
    page = seen(desk, reverse("case_desk"))
    assert case.reference in page
    assert SECRET not in page
    assert "Sara" not in page


@pytest.mark.parametrize(
    ("box", "status", "days"),
    [
        ("new", Status.NEW, 0),
        ("mine", Status.OURS, 0),
        ("ours", Status.OURS, 0),
        ("theirs", Status.THEIRS, 9),
        ("overdue", Status.NEW, 4),
        ("overdue", Status.OURS, 4),
        ("closed", Status.CLOSED, 9),
    ],
)
def test_each_box_holds_its_cases(german: User, box: str, status: str, days: int) -> None:
    since = now() - timedelta(days=days)
    case = CaseFactory(status=status, assigned_to=german if box == "mine" else None, status_since=since)
    CaseFactory(status=Status.CLOSED if box != "closed" else Status.NEW)
    assert listed(browser_of(german), box=box) == {case.reference}


def test_the_desk_is_narrowed_by_country_language_and_kind(german: User) -> None:
    CaseworkerFactory(user=german, country="AT")
    wanted = CaseFactory(country="AT", language="fa", search=True)
    for other in ({"country": "DE"}, {"language": "ar"}, {"registration": True, "search": False}):
        CaseFactory(**{"country": "AT", "language": "fa", "search": True} | other)
    asked = {"country": "AT", "language": "fa", "kind": "search"}
    assert listed(browser_of(german), **asked) == {wanted.reference}


def test_an_answer_reaches_the_mailbox_and_the_case_waits_for_them(
    case: Case, desk: Client, german: User
) -> None:
    file = SimpleUploadedFile("way.txt", b"Third floor", "text/plain")
    sent = {"text": "Come on Monday.", "once": "1", "file": file}
    assert desk.post(reverse("case_write", args=[case.pk]), sent).status_code == 302
    assert "Come on Monday." in Mailbox("4" * 16).text()
    case.refresh_from_db()
    assert (case.status, case.assigned_to) == (Status.THEIRS, german)
    fetched = desk.post(reverse("case_file", args=[case.pk]), {"file": Attachment.objects.get().pk})
    assert fetched.content == b"Third floor"


def test_a_second_click_of_ours_writes_nothing(case: Case, desk: Client) -> None:
    for _click in range(2):
        desk.post(reverse("case_write", args=[case.pk]), {"text": "Once", "once": "same"})
    assert Message.objects.get().author == Author.TEAM


def test_an_empty_answer_comes_back(case: Case, desk: Client) -> None:
    page = page_of(desk.post(reverse("case_write", args=[case.pk]), {"text": "", "once": "1"}))
    assert "Write something" in page.text
    assert not Message.objects.exists()


def test_a_case_is_handed_over_with_a_word(case: Case, desk: Client) -> None:
    colleague = caseworker("DE")
    hand_over = reverse("case_hand_over", args=[case.pk])
    desk.post(hand_over, {"to": colleague.pk, "note": "She speaks Dari."})
    case.refresh_from_db()
    assert case.assigned_to == colleague
    assert "She speaks Dari." in seen(browser_of(colleague), reverse("case", args=[case.pk]))
    assert "She speaks Dari." not in Mailbox("4" * 16).text()


def test_a_case_is_handed_over_only_to_a_colleague_of_its_country(
    case: Case, desk: Client, french: User
) -> None:
    page = page_of(desk.post(reverse("case_hand_over", args=[case.pk]), {"to": french.pk, "note": "x"}))
    assert "Select a valid choice" in page.text
    case.refresh_from_db()
    assert case.assigned_to is None


def test_closing_and_taking(case: Case, desk: Client, german: User) -> None:
    desk.post(reverse("case_close", args=[case.pk]))
    case.refresh_from_db()
    assert case.is_closed
    desk.post(reverse("case_take", args=[case.pk]))
    case.refresh_from_db()
    assert (case.status, case.assigned_to) == (Status.OURS, german)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("event", CaseEvent)
def test_every_event_leads_somewhere_from_every_status(status: Status, event: CaseEvent) -> None:
    assert after(status, event) == STEPS[status, event]
    if event == CaseEvent.WE_WRITE:
        assert after(status, event) == Status.THEIRS
    if event == CaseEvent.CLOSE:
        assert after(status, event) == Status.CLOSED
    if event == CaseEvent.THEY_WRITE:
        assert after(status, event) in {Status.NEW, Status.OURS}


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


def test_a_match_abroad_is_told_without_its_facts_until_four_eyes_agree(desk: Client, french: User) -> None:
    search = CaseFactory(search=True)
    abroad = CaseFactory(registration=True, country="FR")
    page = seen(desk, reverse("case_matches"))
    assert abroad.reference in page
    assert "کریمی" not in page
    propose = reverse("case_propose", args=[search.pk, abroad.pk])
    assert refused(desk.post(propose))
    ask(desk, abroad)
    browser_of(french).post(reverse("case_approve_request", args=[AccessRequest.objects.get().pk]))
    assert not refused(desk.post(propose))


@pytest.mark.parametrize(
    ("told", "is_match"),
    [
        ({}, True),
        ({"born": "1983"}, True),
        ({"born": "1990"}, False),
        ({"born": ""}, True),
        ({"name": "Reza Ahmadi"}, False),
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


# Appointing.


def test_administrators_appoint_and_dismiss_and_it_is_written_down() -> None:
    CountryFactory(code="DE")
    root = User.objects.create_superuser("root")
    newcomer = User.objects.create_user("newcomer")
    office = browser_of(root)
    sent = {"username": "newcomer", "country": "DE", "languages": ["fa", "de"]}
    assert office.post(reverse("caseworkers"), sent).status_code in {200, 302}
    worker = Caseworker.objects.filter(user=newcomer).first()
    assert worker
    assert worker.languages == ["fa", "de"]
    assert browser_of(newcomer).get(reverse("case_desk")).status_code == 200
    office.post(reverse("caseworker_dismiss", args=[worker.pk]))
    assert browser_of(newcomer).get(reverse("case_desk")).status_code in {302, 404}
    assert AccessRecord.objects.filter(user=root, why=AccessReason.APPOINTMENT).count() == 2


def test_caseworkers_and_editors_appoint_nobody(german: User) -> None:
    for user in (german, STRANGERS["Administrators"](), STRANGERS["Editors"]()):
        assert refused(browser_of(user).post(reverse("caseworkers"), {"username": "x"}))
        assert refused(browser_of(user).get(reverse("caseworkers")))


def test_the_menu_shows_cases_to_caseworkers_alone(desk: Client) -> None:
    assert "/admin/cases/" in seen(desk, "/admin/")


@pytest.mark.parametrize("name", ["case_desk", "case_find", "case_matches", "case_requests"])
def test_pages_of_the_desk_are_kept_nowhere_and_have_one_title(desk: Client, name: str) -> None:
    response = desk.get(reverse(name))
    assert "no-store" in response.headers["Cache-Control"]
    assert page_of(response).title.text.split("-")[0].strip().startswith("Cases")
