"""The mailbox behind a code: reading, writing, files, changing and taking everything back."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate, now

from casework.enums import Status
from casework.models import Attachment, Case, Message
from casework.writing import team_writes
from tests.casework.mailboxes import Mailbox
from tests.factories.casework import CaseFactory, caseworker
from tests.factories.pages import picture

pytestmark = pytest.mark.django_db
CODE = "1234 5678 9012 3456"
STEPS = ["", "write/", "file/", "answer/", "them/", "end/", "change/", "leave/"]


@pytest.fixture
def case() -> Case:
    return CaseFactory(code=CODE.replace(" ", ""))


@pytest.fixture
def mailbox(case: Case) -> Mailbox:
    return Mailbox(CODE)


def test_what_a_person_writes_is_there_at_the_next_look_and_waits_for_us(
    mailbox: Mailbox, case: Case
) -> None:
    case.status = Status.THEIRS
    case.save()
    mailbox.do("write/", text="I am safe.")
    assert "I am safe." in Mailbox(CODE).text()
    case.refresh_from_db()
    assert case.status == Status.OURS


def test_our_answer_is_there_at_the_next_look(mailbox: Mailbox, case: Case) -> None:
    team_writes(case.pk, "once", caseworker(), "Call this lawyer.", None)
    assert "Our caseworkers" in mailbox.look().text()
    assert "Call this lawyer." in mailbox.text()


def test_a_second_click_writes_nothing(mailbox: Mailbox) -> None:
    sent = {"key": mailbox.key, "once": mailbox.page.select_one("input[name=once]")["value"], "text": "Hello"}
    for _click in range(3):
        assert mailbox.send("write/", **sent).status_code == 200
    assert Message.objects.count() == 1


def test_a_picture_comes_back_without_what_the_camera_wrote_into_it(mailbox: Mailbox) -> None:
    exif = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00GPS-of-the-house"
    sent = SimpleUploadedFile("IMG of Sara.jpg", picture(size=(40, 30), exif=exif), "image/jpeg")
    mailbox.do("write/", text="", file=sent)
    fetched = mailbox.send("file/", key=mailbox.key, file=str(Attachment.objects.get().pk))
    assert fetched.headers["Content-Disposition"].startswith("attachment")
    assert fetched.content.startswith(b"\xff\xd8\xff")
    assert b"GPS" not in fetched.content


def test_a_file_that_cannot_be_made_safe_is_refused_and_the_words_stay(mailbox: Mailbox) -> None:
    file = SimpleUploadedFile("page.svg", b"<svg onload='alert(1)'/>", "image/svg+xml")
    mailbox.do("write/", text="See this", file=file)
    assert mailbox.page.select_one(".field:has(#id_file) .errorlist")
    assert mailbox.page.select_one("textarea[name=text]").text.strip() == "See this"
    assert not Message.objects.exists()


def test_an_empty_message_is_refused_beside_the_field(mailbox: Mailbox) -> None:
    assert mailbox.do("write/", text=" ").page.select_one(".field:has(#id_text) .errorlist")


def test_files_of_another_mailbox_are_not_there(mailbox: Mailbox) -> None:
    other = CaseFactory()
    message = Message.objects.create(case=other, author="person", text="")
    file = Attachment.objects.create(message=message, name="a.txt", media_type="text/plain", content=b"a")
    assert mailbox.send("file/", key=mailbox.key, file=str(file.pk)).status_code == 404
    assert mailbox.send("file/", key=mailbox.key, file="no-number").status_code == 404


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("key", [None, "", "nonsense", "x" * 20_000])
def test_without_its_key_a_mailbox_asks_for_the_code(case: Case, step: str, key: str | None) -> None:
    sent = {"text": "What I had written"} | ({} if key is None else {"key": key})
    response = Client().post(f"/en/contact/letters/{step}", sent)
    assert "What I had written" in response.content.decode()
    assert 'name="code"' in response.content.decode()
    assert 'name="key"' not in response.content.decode()


def test_a_mailbox_that_lay_open_asks_for_the_code_and_keeps_what_was_written(mailbox: Mailbox) -> None:
    with time_machine.travel(now() + timedelta(hours=2)):
        page = mailbox.do("write/", text="Half a page").page
        assert page.select_one("input[name=text]")["value"] == "Half a page"
        response = mailbox.send("", code=CODE, text="Half a page")
    assert "Half a page</textarea>" in response.content.decode()
    assert not Message.objects.exists()


def test_a_wrong_code_is_said_beside_the_field(case: Case) -> None:
    page = Mailbox("1111 1111 1111 1111").page
    assert page.select_one(".field:has(#id_code) .errorlist")


def test_guessing_stops_soon_and_the_owner_comes_in_from_elsewhere(case: Case) -> None:
    for guess in range(12):
        Mailbox(f"{guess:016}")
    assert not Mailbox(CODE).page.select("input[name=key]")
    elsewhere = Client(REMOTE_ADDR="198.51.100.7").post("/en/contact/letters/", {"code": CODE})
    assert 'name="key"' in elsewhere.content.decode()


def test_whoever_knows_the_code_may_come_often(case: Case) -> None:
    for _visit in range(15):
        assert Mailbox(CODE).key


def test_what_was_told_can_be_corrected(mailbox: Mailbox, case: Case) -> None:
    assert "I need a lawyer." in mailbox.do("change/").text()
    mailbox.do("change/", text="I need a doctor.", own_name="Sara", save="1")
    case.refresh_from_db()
    assert case.told == {"text": "I need a doctor.", "own_name": "Sara"}


def test_a_wrong_correction_comes_back_with_what_was_typed(mailbox: Mailbox, case: Case) -> None:
    page = mailbox.do("change/", text="", own_name="Zara", save="1").page
    assert page.select_one(".field:has(#id_text) .errorlist")
    assert page.select_one("input[name=own_name]")["value"] == "Zara"


def test_taking_everything_back_asks_once_and_then_leaves_nothing(mailbox: Mailbox) -> None:
    mailbox.do("write/", text="Erase me", file=SimpleUploadedFile("a.txt", b"Erase me", "text/plain"))
    assert "Yes, erase it" in mailbox.do("leave/").text()
    assert Case.objects.exists()
    mailbox.do("leave/", sure="1")
    assert not Case.objects.exists()
    assert not Message.objects.exists()
    assert not Attachment.objects.exists()
    assert Mailbox(CODE).page.select_one(".errorlist")


def test_looking_is_noted_by_the_day_and_no_more_closely(mailbox: Mailbox, case: Case) -> None:
    with time_machine.travel(now() + timedelta(days=5)):
        Mailbox(CODE)
        case.refresh_from_db()
        assert case.read_on == localdate()


def test_writing_opens_a_closed_case_again(mailbox: Mailbox, case: Case) -> None:
    case.status = Status.CLOSED
    case.save()
    mailbox.do("write/", text="One more thing")
    case.refresh_from_db()
    assert case.status == Status.OURS


def test_a_request_for_help_has_no_question_about_family(mailbox: Mailbox) -> None:
    assert not mailbox.page.select("#question")
    assert mailbox.send("answer/", key=mailbox.key, answer="yes").status_code == 404


@pytest.mark.parametrize("step", STEPS)
def test_a_mailbox_sets_no_cookie_is_kept_nowhere_and_says_nothing_in_its_title(
    mailbox: Mailbox, step: str
) -> None:
    response = mailbox.send(step, key=mailbox.key)
    if response.status_code == 200:
        assert response.headers["Cache-Control"] == "no-store"
        assert not response.cookies
        assert "<title>Contact – Panah</title>" in response.content.decode()


@pytest.mark.parametrize("step", STEPS)
def test_no_page_of_a_mailbox_shows_its_code_again(mailbox: Mailbox, step: str) -> None:
    """Who looks over a shoulder reads what is open, and cannot come back for more."""
    page = mailbox.send(step, key=mailbox.key).content.decode()
    assert not any(code in page for code in (CODE, CODE.replace(" ", "")))


def test_no_address_of_a_mailbox_holds_anything_of_it(mailbox: Mailbox, case: Case) -> None:
    page = mailbox.page
    addresses = [link["href"] for link in page.select("a")] + [
        form.get("action", "") for form in page.select("form")
    ]
    secrets = [CODE.replace(" ", ""), str(case.pk), mailbox.key]
    assert not [address for address in addresses if any(secret in address for secret in secrets)]
