"""A mother, a son and two caseworkers at their browsers."""

import os
from collections.abc import Callable
from io import BytesIO

from PIL import Image
from playwright.sync_api import Page

from tests.e2e.hands import log_in, press
from tests.running_site import ROOT, RunningSite

DESK = {"width": 1280, "height": 900}
# Nobody fills in a form in less: whoever does is held to be a machine.
SECONDS_TO_FILL_IN = 3_100
PASSWORD = "for caseworkers of the tests"
# Set it to renew the pictures in the documentation.
PICTURES = os.environ.get("KEEP_PICTURES")
MOTHER = {
    "name": "امیر رستمی",
    "other_names": "امیرحسین رستمی",
    "born": "۱۳۷۲",
    "place": "شیراز",
    "own_name": "پروین",
    "relation": "پسرم",
    "text": "دوچرخه‌ی سرخ",
}
SON = {"name": "Amir Rostami", "born": "1993", "place": "Shiraz", "wanted": "My mother Parvin"}
_APPOINT = """
from django.contrib.auth.models import User
from casework.appointing import appoint
root = User.objects.filter(is_superuser=True).first()
for name in ("anna", "boris"):
    user, _ = User.objects.get_or_create(username=name)
    user.set_password({password!r})
    user.save()
    appoint(user, "DE", ["fa", "en"], by=root)
"""


def appoint_caseworkers(site: RunningSite) -> None:
    site.python(_APPOINT.format(password=PASSWORD))


def picture(page: Page, name: str, top: str = "") -> None:
    if PICTURES:
        if top:
            page.locator(top).first.evaluate(
                "top => scrollTo({top: top.getBoundingClientRect().y + scrollY - 80, behavior: 'instant'})"
            )
        taken = Image.open(BytesIO(page.screenshot())).convert("RGB")
        taken.quantize(64).save(ROOT / "docs" / "pictures" / f"{name}.png", optimize=True)


class Person:
    """Somebody on a phone; the browser forgets everything but the page."""

    def __init__(self, page: Page, language: str) -> None:
        self.page, self.language = page, language
        self.code = ""

    def fill_in(self, form: str, told: dict[str, str]) -> "Person":
        self.page.goto(f"/{self.language}/contact/{form}/")
        for name, text in told.items():
            self.page.fill(f"[name={name}]", text)
        self.page.select_option("[name=country]", "DE")
        return self

    def send(self) -> "Person":
        self.page.wait_for_timeout(SECONDS_TO_FILL_IN)
        press(self.page.locator("form.letter button[type=submit]"))
        self.code = self.page.locator(".receipt").inner_text()
        return self

    def come_back(self) -> "Person":
        """Later, with the code from the paper."""
        self.page.goto(f"/{self.language}/contact/letters/")
        self.page.fill("[name=code]", self.code)
        press(self.page.locator("form.letter button[type=submit]"))
        return self

    def answer(self, given: str, **shares: str) -> "Person":
        self.page.check(f"[name=answer][value={given}]")
        for name, text in shares.items():
            self.page.fill(f"[name={name}]", text)
        press(self.page.locator("section:has(#question) form button:not([name])"))
        return self

    def write_to_them(self, words: str) -> "Person":
        self.page.fill("[name=words]", words)
        press(self.page.locator(".meeting form.letter button"))
        return self

    @property
    def sees(self) -> str:
        return self.page.locator("main").inner_text()


def caseworker(open_page: Callable[..., Page], name: str) -> Page:
    page = open_page("/admin/login/", viewport=DESK, locale="en-GB")
    log_in(page, name, PASSWORD)
    press(page.locator("nav a[href='/admin/cases/']"))
    return page
