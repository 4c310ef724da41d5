"""What hands do that leads to another page; it is there when they have done it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page


def press(what: Locator, until: str = "load") -> None:
    """`until` is how much of the next page has to be there, in Playwright's words."""
    with _another_page(what.page, until):
        what.click()


def press_enter(page: Page) -> None:
    with _another_page(page):
        page.keyboard.press("Enter")


def log_in(page: Page, name: str, password: str) -> None:
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", password)
    press(page.locator("button[type=submit]"))


@contextmanager
def _another_page(page: Page, until: str = "load") -> Iterator[None]:
    """Playwright does not wait by itself: what is looked at next may be the page before, or none."""
    with page.expect_navigation(wait_until=until):
        yield
