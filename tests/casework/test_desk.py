"""The caseworkers' desk: who sees what, who may do what, and what is written down about it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from casework.enums import Author, CaseEvent, Status
from casework.models import Attachment, Case, Caseworker, Message
from casework.progress import STEPS, after
from confidential.enums import AccessReason
from confidential.models import AccessRecord
from tests.casework.desks import SECRET, browser_of, refused, seen
from tests.casework.mailboxes import Mailbox, page_of
from tests.factories import CountryFactory
from tests.factories.casework import CaseFactory, CaseworkerFactory, caseworker

pytestmark = pytest.mark.django_db


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


@pytest.mark.parametrize(
    ("step", "refused_for"),
    [("case_write", {"text": "", "once": "1"}), ("case_hand_over", {"to": "", "note": ""})],
)
def test_a_form_that_comes_back_with_the_case_opens_it_too(
    case: Case, desk: Client, german: User, step: str, refused_for: dict[str, str]
) -> None:
    assert SECRET in desk.post(reverse(step, args=[case.pk]), refused_for).content.decode()
    record = AccessRecord.objects.get()
    assert (record.user, record.row, record.why) == (german, str(case.pk), AccessReason.WORK)


def test_each_file_that_is_fetched_is_written_down(case: Case, desk: Client, german: User) -> None:
    file = SimpleUploadedFile("way.txt", b"Third floor", "text/plain")
    desk.post(reverse("case_write", args=[case.pk]), {"text": "Look", "once": "1", "file": file})
    assert not AccessRecord.objects.exists()
    desk.post(reverse("case_file", args=[case.pk]), {"file": Attachment.objects.get().pk})
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


def test_what_is_closed_is_nobody_s_any_more(german: User) -> None:
    CaseFactory(status=Status.CLOSED, assigned_to=german)
    assert listed(browser_of(german), box="mine") == set()


@pytest.mark.parametrize(("days", "is_overdue"), [(2, False), (4, True)])
def test_what_waits_for_us_for_more_than_three_days_is_marked_in_every_box(
    german: User, days: int, *, is_overdue: bool
) -> None:
    CaseFactory(status=Status.OURS, assigned_to=german, status_since=now() - timedelta(days=days))
    page = desk_page(browser_of(german), box="mine")
    assert ("overdue" in page.select_one("main table").text.lower()) == is_overdue


def test_another_box_is_looked_into_with_what_was_chosen(german: User) -> None:
    CaseworkerFactory(user=german, country="AT")
    page = desk_page(browser_of(german), country="AT", language="fa", box="mine")
    boxes = [box["href"] for box in page.select(".desk-boxes a")]
    assert boxes
    assert all("country=AT&language=fa&box=" in address for address in boxes)


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


@pytest.mark.parametrize("key", ["", "nonsense", "00000000-0000-4000-8000-000000000000"])
def test_a_file_that_is_not_there_is_not_found(case: Case, desk: Client, key: str) -> None:
    assert desk.post(reverse("case_file", args=[case.pk]), {"file": key}, follow=True).status_code == 404


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


def test_whoever_speaks_the_language_of_the_case_stands_first_among_colleagues(desk: Client) -> None:
    others = [CaseworkerFactory(languages=["de"]), CaseworkerFactory(languages=["ar", "fa"])]
    case = CaseFactory(language="ar", assigned_to=others[0].user)
    CaseworkerFactory(languages=["fr"])
    page = page_of(desk.get(reverse("case", args=[case.pk])))
    offered = [option["value"] for option in page.select("[name=to] option")]
    assert offered[0] == str(others[1].user.pk)
    assert str(others[0].user.pk) not in offered, "they have it already"


def test_a_colleague_who_answers_leaves_the_case_with_whoever_looks_after_it(desk: Client) -> None:
    anna = caseworker("DE")
    case = CaseFactory(assigned_to=anna)
    desk.post(reverse("case_write", args=[case.pk]), {"text": "In her place", "once": "1"})
    case.refresh_from_db()
    assert (case.status, case.assigned_to) == (Status.THEIRS, anna)


def test_nobody_hands_a_case_over_to_an_account_that_was_switched_off(case: Case, desk: Client) -> None:
    gone = caseworker("DE")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    assert gone.username not in seen(desk, reverse("case", args=[case.pk]))
    desk.post(reverse("case_hand_over", args=[case.pk]), {"to": gone.pk, "note": "x"})
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
