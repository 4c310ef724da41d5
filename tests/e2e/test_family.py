"""A mother looks for her son: from two forms to the first words between them, and the same with his no."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.family import MOTHER, SON, Person, appoint_caseworkers, caseworker, picture
from tests.e2e.hands import press
from tests.running_site import RunningSite


@pytest.fixture(scope="module")
def staffed(site: RunningSite) -> RunningSite:
    appoint_caseworkers(site)
    return site


@pytest.fixture
def mother(open_page: Callable[..., Page], staffed: RunningSite) -> Person:
    """On an old phone, without script."""
    return Person(open_page("/fa/", java_script_enabled=False), "fa")


@pytest.fixture
def son(open_page: Callable[..., Page], staffed: RunningSite) -> Person:
    return Person(open_page("/en/"), "en")


def propose(desk: Page) -> None:
    """The first of the possible matches, compared and asked."""
    desk.goto("/admin/cases/matches/")
    press(desk.locator("table form button").first)


def approve(desk: Page, address: str) -> None:
    desk.goto(address)
    press(desk.locator("button[value=approve]"))


def test_from_two_forms_to_the_first_words(
    open_page: Callable[..., Page], mother: Person, son: Person
) -> None:
    press(mother.page.locator("footer a[href='/fa/contact/']"))
    picture(mother.page, "family-1")
    mother.fill_in("look", MOTHER)
    picture(mother.page, "family-2")
    mother.send()
    picture(mother.page, "family-3")
    son.fill_in("found", SON).send()

    mother.come_back().answer("yes", share_name="پروین", share_words="هر روز به تو فکر می‌کنم.")
    picture(mother.page, "family-4", top="#question")
    son.come_back().answer(
        "yes", share_name="Amir", share_contact="amir@example.org", share_words="I am well."
    )

    anna, boris = caseworker(open_page, "anna"), caseworker(open_page, "boris")
    picture(anna, "cases-1")
    propose(anna)
    press(anna.locator("button[value=ask]"))
    picture(anna, "cases-2")
    press(anna.locator("button[value=approve]"))
    assert "Amir" not in mother.come_back().sees
    approve(boris, anna.url)

    assert "amir@example.org" in mother.come_back().sees
    assert "هر روز به تو فکر می‌کنم." in son.come_back().sees
    mother.write_to_them("پسرم!")
    son.come_back().write_to_them("Mother, at last.")
    assert "پسرم!" in son.sees
    assert "Mother, at last." in mother.come_back().sees
    picture(mother.page, "family-5", top=".meeting")

    son.page.click("summary:has-text('End this')")
    press(son.page.locator("button:has-text('Yes, end it')"))
    assert "Mother, at last." not in mother.come_back().sees
    assert "amir@example.org" not in mother.sees
    for person in (mother, son):
        assert not person.page.context.cookies()


def test_what_the_mother_can_tell_from_a_no_is_nothing(
    open_page: Callable[..., Page], mother: Person, son: Person
) -> None:
    mother.fill_in("look", MOTHER | {"name": "کامران ستوده", "other_names": ""}).send()
    mother.come_back().answer("yes", share_name="پروین")
    before = mother.come_back().sees
    picture(mother.page, "no-1")
    son.fill_in("found", SON | {"name": "Kamran Sotudeh"}).send()
    assert mother.come_back().sees == before
    anna = caseworker(open_page, "anna")
    propose(anna)
    press(anna.locator("button[value=ask]"))
    assert mother.come_back().sees == before
    son.come_back().answer("no")
    picture(son.page, "no-2", top="#question")
    anna.reload()
    picture(anna, "no-3")
    assert not anna.locator("button[value=approve]").count()
    assert mother.come_back().sees == before
    picture(mother.page, "no-4")


def test_answering_and_taking_back_at_the_desk(open_page: Callable[..., Page], son: Person) -> None:
    son.fill_in("help", {"text": "I need a doctor in Berlin."}).send()
    anna = caseworker(open_page, "anna")
    press(anna.locator(".desk-boxes a[href*='box=new']"))
    press(anna.locator("td.title a").last)
    picture(anna, "cases-3")
    anna.fill("#id_text", "Come on Monday at ten.")
    press(anna.locator("button:has-text('Send to the mailbox')"))
    assert "Come on Monday at ten." in son.come_back().sees
    press(son.page.locator("button:has-text('Take everything back')"))
    press(son.page.locator("button:has-text('Yes, erase it')"))
    son.come_back()
    expect(son.page.locator(".errorlist")).to_be_visible()
    assert anna.reload().status == 404


# Whom no other test looks for.
NOBODY = {"name": "سهراب بینا", "other_names": ""}
PAGES = ["", "help/", "look/", "found/", "letters/"]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_phone(
    open_page: Callable[..., Page], staffed: RunningSite, axe: Callable[[Page], list[str]], language: str
) -> None:
    page = open_page(f"/{language}/contact/")
    found = {}
    for address in PAGES:
        page.goto(f"/{language}/contact/{address}")
        found[address] = _wrong(page, axe)
    person = Person(page, language).fill_in("look", MOTHER | NOBODY).send()
    found["receipt"] = _wrong(page, axe)
    person.come_back()
    found["mailbox"] = _wrong(page, axe)
    press(page.locator("section:has(#question) form button:not([name])"))
    found["mailbox with an error"] = _wrong(page, axe)
    person.come_back().answer("yes", share_name="Parvin")
    found["mailbox with an answer"] = _wrong(page, axe)
    for step in ("change", "leave"):
        press(page.locator(f"form[action$='{step}/'] button"))
        found[step] = _wrong(page, axe)
        person.come_back()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def _wrong(page: Page, axe: Callable[[Page], list[str]]) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += axe(page)
    if page.evaluate("document.documentElement.scrollWidth") > 360:
        found.append("wider than the phone")
    return found
