"""Somebody who wants to help, from the sign-up to the first task, and the coordinators on the other side."""

import email
import os
import re
import time
from collections.abc import Callable
from email.policy import default
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.hands import log_in, press, press_enter
from tests.pictures import FOLDER, MOST_BYTES, small
from tests.running_site import ROOT, RunningSite

NARROW = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
WITHOUT_SCRIPT = {"java_script_enabled": False, "viewport": NARROW}
SECONDS_FOR_A_LETTER = 60
MOST_PRESSES = 60
FOCUS = "() => [document.activeElement.name ?? '', document.activeElement.value ?? '']"
ADDRESS = "taraneh@example.org"
# Set it to renew the pictures in the documentation.
PICTURES = os.environ.get("KEEP_PICTURES")
PASSWORD = "a long password"
MAKE_COORDINATORS = f"""
from django.contrib.auth.models import User
from volunteers.desk.appointing import appoint
from directory.models import Country
root = User.objects.get(is_superuser=True)
for name in ("first", "second"):
    user = User.objects.create_user(name, password="{PASSWORD}")
    appoint(user, "DE", by=root)
"""


@pytest.fixture(scope="module")
def coordinators(site: RunningSite) -> None:
    site.python(MAKE_COORDINATORS)


def press_until(page: Page, name: str, value: str = "") -> None:
    """With the Tab key alone."""
    for _press in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUS)
        if focused[0] == name and (not value or focused[1] == value):
            return
    raise AssertionError(f"{name} is not reached with {MOST_PRESSES} presses")


def write(page: Page, name: str, text: str) -> None:
    press_until(page, name)
    page.keyboard.type(text)


def tick(page: Page, name: str, value: str = "") -> None:
    press_until(page, name, value)
    page.keyboard.press("Space")


def choose(page: Page, name: str, value: str) -> None:
    """With the arrow keys."""
    press_until(page, name)
    for _press in range(MOST_PRESSES):
        if page.evaluate(FOCUS)[1] == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{value} is not among the choices of {name}")


def go_on(page: Page, part: int) -> None:
    """From the last field: the next button, and Enter."""
    for _press in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.matches('.questions button')"):
            break
    press_enter(page)
    expect(page.locator(".steps, h1").first).not_to_contain_text(f"بخش {'۰۱۲۳۴'[part]}")


def picture(page: Page, name: str) -> None:
    if PICTURES:
        (FOLDER / f"{name}.png").write_bytes(small(page.screenshot()))


def letter_to(site: RunningSite, address: str, words: str) -> str:
    """The text of the newest letter to that address in which these words stand."""
    folder = Path(site.environment["DATA_DIR"]) / "mail"
    deadline = time.monotonic() + SECONDS_FOR_A_LETTER
    while time.monotonic() < deadline:
        for path in sorted(folder.glob("*"), key=lambda each: each.stat().st_mtime, reverse=True):
            for text in _letters(path):
                if text["To"] == address and words in text.get_content():
                    return text.get_content()
        time.sleep(0.5)
    raise AssertionError(f"no letter to {address} with {words}")


def _letters(path: Path) -> list:
    written = path.read_bytes().split(b"-" * 79 + b"\n")
    return [email.message_from_bytes(each, policy=default) for each in written if each.strip()]


def link_in(text: str) -> str:
    return re.search(r"http://\S+", text)[0]


def test_the_pages_please_axe_and_nu_and_fit_a_narrow_phone(
    open_page: Callable[..., Page], axe: Callable[[Page], list[str]], nu: Callable[[str], list[str]]
) -> None:
    for language in ("fa", "en"):
        page = open_page(viewport=NARROW)
        for address in ("", "join/", "join/sent/", "way-in/", "way-in/sent/", "own/"):
            page.goto(f"/{language}/volunteer/{address}")
            found = []
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                found += axe(page)
            found += nu(page.request.get(page.url).text())
            assert (address, found) == (address, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_axe_finds_nothing_in_any_part_of_the_sign_up(
    open_page: Callable[..., Page], axe: Callable[[Page], list[str]]
) -> None:
    """With script, because axe is one."""
    page = open_page("/fa/volunteer/join/", viewport=NARROW)
    _sign_up_by_keyboard_in_persian(page, "other@example.org", axe)


@pytest.mark.usefixtures("coordinators")
def test_from_the_sign_up_to_the_first_task(
    open_page: Callable[..., Page], site: RunningSite, axe: Callable[[Page], list[str]]
) -> None:
    begun = time.monotonic()
    page = open_page("/fa/volunteer/join/", **WITHOUT_SCRIPT)
    _sign_up_by_keyboard_in_persian(page, ADDRESS, lambda _page: [])
    assert time.monotonic() - begun < 180

    volunteer = open_page(link_in(letter_to(site, ADDRESS, "confirm")), viewport=NARROW)
    press(volunteer.locator("main button"))
    assert "/fa/volunteer/own/" in volunteer.url
    expect(volunteer.locator("main")).to_contain_text("لاله")
    picture(volunteer, "volunteer-2")
    assert axe(volunteer) == []

    _get_to_know(open_page("/admin/volunteers/?status=confirmed", viewport=DESK), "first")
    _approve(open_page("/admin/volunteers/?status=approved", viewport=DESK), "second")
    assert letter_to(site, ADDRESS, "خوش آمدید")

    desk = open_page("/admin/volunteers/tasks/new/", viewport=DESK)
    log_in(desk, "first", PASSWORD)
    _ask(desk)
    answer = open_page(link_in(letter_to(site, ADDRESS, "answer")), viewport=NARROW)
    assert axe(answer) == []
    expect(answer.locator("main")).not_to_contain_text("Shirin")
    press(answer.locator("button[value=yes]"))
    desk.reload()
    press(desk.get_by_role("button", name="Take up the yes"))
    volunteer.reload()
    expect(volunteer.locator("main")).to_contain_text("هامبورگ")
    volunteer.locator("input[name=hours]").fill("2")
    press(volunteer.locator(".questions button"))
    expect(volunteer.locator("input[name=hours]")).to_have_value("2")


def test_every_picture_of_the_documentation_is_small_and_shown() -> None:
    shown = (ROOT / "docs" / "volunteers.md").read_text(encoding="utf-8")
    pictures = list(FOLDER.glob("volunteer-*.png"))
    assert len(pictures) == 3
    for path in pictures:
        assert path.stat().st_size <= MOST_BYTES, path
        assert f"pictures/{path.name}" in shown, path


def _sign_up_by_keyboard_in_persian(page: Page, address: str, axe: Callable[[Page], list[str]]) -> None:
    page.keyboard.press("Tab")
    write(page, "name", "لاله")
    go_on(page, 0)
    assert axe(page) == []
    expect(page.locator(".error-summary")).to_be_visible()
    write(page, "email", address)
    write(page, "reach", "فقط پیام")
    choose(page, "country", "DE")
    write(page, "city", "هامبورگ")
    go_on(page, 1)
    assert axe(page) == []
    picture(page, "volunteer-1")
    tick(page, "skills", "interpreting")
    for place, language, level in ((1, "fa", "native"), (2, "de", "fluent")):
        choose(page, f"language_{place}", language)
        choose(page, f"level_{place}", level)
    go_on(page, 2)
    assert axe(page) == []
    go_on(page, 3)
    assert axe(page) == []
    write(page, "references", "پروین و فرهاد")
    for name in ("adult", "conduct", "consent"):
        tick(page, name)
    # Whoever has filled in all four parts within three seconds is no person.
    page.wait_for_timeout(3_000)
    go_on(page, 4)
    expect(page.locator("h1")).to_contain_text("ایمیلتان")


def _get_to_know(page: Page, name: str) -> None:
    log_in(page, name, PASSWORD)
    press(page.get_by_role("link", name="لاله"))
    press(page.get_by_role("button", name="Begin to get to know each other"))
    for kind in ("references", "conversation", "ties"):
        page.select_option("[name=check-kind]", kind)
        page.fill("[name=check-text]", "All is well.")
        press(page.locator("form[action$='/check/'] button"))
    press(page.get_by_role("button", name="Approve"))
    expect(page.locator(".desk-why-not")).to_contain_text("Somebody else decides now.")


def _approve(page: Page, name: str) -> None:
    log_in(page, name, PASSWORD)
    press(page.get_by_role("link", name="لاله"))
    press(page.get_by_role("button", name="Approve"))
    expect(page.locator(".desk-status")).to_contain_text("active")


def _ask(page: Page) -> None:
    page.select_option("[name=skill]", "interpreting")
    page.select_option("[name=language_1]", "fa")
    page.select_option("[name=language_2]", "de")
    page.fill("[name=city]", "Hamburg")
    page.fill("[name=on]", time.strftime("%Y-%m-%d", time.localtime(time.time() + 8 * 86_400)))
    page.fill("[name=details]", "For Shirin, room 214")
    press(page.get_by_role("button", name="Look who could do it"))
    page.get_by_label("لاله").check()
    picture(page, "volunteer-3")
    press(page.get_by_role("button", name="Ask the chosen ones by mail"))
