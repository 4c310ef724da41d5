"""Writing to us: three short forms, one receipt, and nothing lost."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils.timezone import now

from casework.models import Case
from confidential.receipts import fingerprint
from tests.casework.mailboxes import Mailbox, filled_in, page_of
from tests.factories.casework import CaseworkerFactory

pytestmark = pytest.mark.django_db
FORMS = {
    "help": {"text": "I need a lawyer."},
    "look": {"name": "Ali Karimi", "own_name": "Maryam", "born": "۱۳۶۴"},
    "found": {"name": "علی کریمی", "wanted": "My mother"},
}


@pytest.fixture(autouse=True)
def _a_team() -> None:
    CaseworkerFactory(country="DE")


@pytest.fixture
def browser() -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"})


def open_form(browser: Client, form: str, language: str = "en", **typed: str) -> dict[str, str]:
    """What a person sends who fills it in, some time after opening it."""
    with time_machine.travel(now() - timedelta(minutes=2)):
        page = page_of(browser.get(f"/{language}/contact/{form}/"))
    return filled_in(page, **{"country": "DE"} | FORMS[form] | typed)


@pytest.mark.parametrize("language", ["fa", "ar", "en", "fr", "de"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_ends_with_a_code_that_opens_the_mailbox(browser: Client, form: str, language: str) -> None:
    page = page_of(browser.post(f"/{language}/contact/{form}/", open_form(browser, form, language)))
    code = page.select_one(".receipt").text
    assert re.fullmatch(r"\d{4} \d{4} \d{4} \d{4}", code)
    assert Case.objects.get().language == language
    assert Mailbox(code, language).page.select_one("input[name=key]")


@pytest.mark.parametrize(
    "typed", ["{0}", "{0}\n", "{1}", "{2}"], ids=["with spaces", "with a line", "with dashes", "in Persian"]
)
def test_a_code_may_be_typed_as_one_likes(browser: Client, typed: str) -> None:
    code = page_of(browser.post("/en/contact/help/", open_form(browser, "help"))).select_one(".receipt").text
    persian = code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert "key" in str(Mailbox(typed.format(code, code.replace(" ", "-"), persian)).page)


def test_of_several_teams_none_is_chosen_before_one_chooses(browser: Client) -> None:
    def offered(page) -> list[str]:
        return [option["value"] for option in page.select("[name=country] option")]

    assert offered(page_of(browser.get("/en/contact/help/"))) == ["DE"]
    CaseworkerFactory(country="FR")
    page = page_of(browser.post("/fa/contact/help/", open_form(browser, "help", country="")))
    assert offered(page)[0] == ""
    assert set(offered(page)[1:]) == {"DE", "FR"}
    assert page.select_one("#id_country_error").text.strip() == "لطفاً کشوری انتخاب کنید."
    assert "I need a lawyer." in page.select_one("[name=text]").text
    assert not Case.objects.exists()


def test_a_double_click_makes_one_case_and_shows_one_code(browser: Client) -> None:
    sent = open_form(browser, "help")
    codes = {page_of(browser.post("/en/contact/help/", sent)).select_one(".receipt").text for _ in range(3)}
    assert len(codes) == 1
    assert Case.objects.get().receipt == fingerprint(codes.pop())


def test_a_machine_sees_what_a_person_sees_and_nothing_is_kept(browser: Client) -> None:
    for machine in ({"topic": "https://spam.example"}, {}):
        sent = open_form(browser, "help") | machine
        if not machine:
            sent["token"] = filled_in(page_of(browser.get("/en/contact/help/")))["token"]
        assert page_of(browser.post("/en/contact/help/", sent)).select_one(".receipt")
    assert not Case.objects.exists()


@pytest.mark.parametrize("form", FORMS)
def test_an_error_keeps_what_was_typed_and_stands_beside_its_field(browser: Client, form: str) -> None:
    page = page_of(
        browser.post(f"/en/contact/{form}/", open_form(browser, form, country="", own_name="Sara"))
    )
    assert page.select_one(".field:has(#id_country) .errorlist")
    for name, text in FORMS[form].items():
        field = page.select_one(f"[name={name}]")
        assert (field.get("value") or field.text.strip()) == ("Sara" if name == "own_name" else text)


def test_a_form_that_lay_open_for_days_comes_back_with_everything(browser: Client) -> None:
    sent = open_form(browser, "help")
    with time_machine.travel(now() + timedelta(days=2)):
        page = page_of(browser.post("/en/contact/help/", sent))
        assert page.select_one("textarea[name=text]").text.strip() == FORMS["help"]["text"]
        assert page.select_one("[role=alert]")
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("typed", "kept"), [("1985", "1985"), ("۱۳۶۴", "1985"), ("1364", "1985"), ("١٩٨٥", "1985"), ("", "")]
)
def test_years_are_understood_in_any_digits_and_either_calendar(
    browser: Client, typed: str, kept: str
) -> None:
    browser.post("/en/contact/look/", open_form(browser, "look", born=typed))
    assert Case.objects.get().told["born"] == kept


@pytest.mark.parametrize("typed", ["yesterday", "12", "3000", "85", "²"])
def test_what_is_no_year_is_said_beside_the_field(browser: Client, typed: str) -> None:
    page = page_of(browser.post("/en/contact/look/", open_form(browser, "look", born=typed)))
    assert page.select_one(".field:has(#id_born) .errorlist")
    assert not Case.objects.exists()


def test_hostile_letters_are_letters_or_gone(browser: Client) -> None:
    text = "<script>alert(1)</script>\u202eevil\r\nBcc: all@example.org\x00"
    code = page_of(
        browser.post("/en/contact/help/", open_form(browser, "help", own_name="x\u202ey"))
    ).select_one(".receipt")
    mailbox = Mailbox(code.text).do("write/", text=text.replace("\x00", ""))
    assert "&lt;script&gt;" in mailbox.last.content.decode()
    assert "\u202e" not in mailbox.last.content.decode()
    assert Case.objects.get().told["own_name"] == "xy"


def test_no_more_than_a_number_of_forms_an_hour_are_taken_from_one_source(browser: Client, settings) -> None:
    settings.CONTACT_FORMS_AN_HOUR = 2
    pages = [page_of(browser.post("/en/contact/help/", open_form(browser, "help"))) for _ in range(3)]
    assert [bool(page.select_one(".receipt")) for page in pages] == [True, True, False]
    assert pages[2].select_one("textarea[name=text]").text.strip() == FORMS["help"]["text"]


def test_where_nobody_reads_no_form_is_offered(browser: Client) -> None:
    from casework.models import Caseworker

    Caseworker.objects.all().delete()
    assert not page_of(browser.get("/en/contact/help/")).select("main form")


@pytest.mark.parametrize("address", ["", "help/", "look/", "found/", "letters/", "letters/answer/"])
def test_no_page_is_kept_or_says_in_its_title_what_it_is(browser: Client, address: str) -> None:
    response = browser.get(f"/en/contact/{address}")
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    assert page_of(response).title.text == "Contact – Panah"


def test_a_form_sent_by_another_site_is_refused(browser: Client) -> None:
    sent = open_form(browser, "help")
    elsewhere = Client(headers={"sec-fetch-site": "cross-site"})
    assert elsewhere.post("/en/contact/help/", sent).status_code == 403
    assert elsewhere.post("/en/contact/letters/", {"code": "1"}).status_code == 403


def test_teams_are_offered_as_a_reader_looks_for_them_and_only_where_somebody_can_log_in(
    browser: Client,
) -> None:
    for country in ("AT", "FR", "CA", "SE"):
        CaseworkerFactory(country=country)
    gone = CaseworkerFactory(country="GB").user
    User.objects.filter(pk=gone.pk).update(is_active=False)
    page = page_of(browser.get("/fa/contact/help/"))
    offered = [option.text for option in page.select("select[name=country] option") if option["value"]]
    assert offered == ["آلمان", "اتریش", "سوئد", "فرانسه", "کانادا"]
