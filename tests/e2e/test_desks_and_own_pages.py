"""What is behind a door pleases axe and fits a phone too: both desks, mailboxes, volunteers' own pages."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.chromium import PHONE
from tests.e2e.family import Person
from tests.page_checkers import TARGET_SIZE
from tests.running_site import RunningSite

Axe = Callable[..., list[str]]
Phone = tuple[str, Callable[..., Page]]
# Wagtail's buttons change their colours little by little.
SETTLED = "() => Promise.allSettled(document.getAnimations().map((each) => each.finished))"


@pytest.fixture(scope="module")
def rows(site: RunningSite) -> Iterator[dict[str, Any]]:
    made = site.python("import json; from tests.e2e import desks; print(json.dumps(desks.everything()))")
    yield json.loads(made)
    site.python("from tests.e2e import desks; desks.leave_no_administrator()")


@pytest.fixture(params=[("fa", "dark"), ("en", "light")], ids="-".join)
def phone(request: pytest.FixtureRequest, open_page: Callable[..., Page]) -> Phone:
    """What fits does not hang on the light, and what can be read in the dark not on the language."""
    language, scheme = request.param
    return language, partial(open_page, color_scheme=scheme)


def with_cookie(open_page: Callable[..., Page], name: str, value: str) -> Page:
    page = open_page()
    page.context.add_cookies([{"name": name, "value": value, "url": page.url}])
    return page


def wrong(page: Page, axe: Axe, **how: Any) -> list[str]:
    page.evaluate(SETTLED)
    found = axe(page, **how)
    if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
        found.append("wider than the phone")
    return found


def wrong_by_page(page: Page, axe: Axe, addresses: Iterable[str], **how: Any) -> dict[str, list[str]]:
    found = {}
    for address in addresses:
        assert page.goto(address).status == 200, address
        if findings := wrong(page, axe, **how):
            found[address] = findings
    return found


@pytest.mark.parametrize("desk", ["volunteers", "cases"])
def test_a_desk(phone: Phone, rows: dict[str, Any], axe: Axe, desk: str) -> None:
    """What is ours on it: its frame and its colours are Wagtail's, which keep to AA."""
    language, open_page = phone
    page = with_cookie(open_page, "sessionid", rows["sessions"][language])
    assert wrong_by_page(page, axe, rows[desk], within="main", stricter=TARGET_SIZE) == {}


def test_a_volunteer_s_own_page_in_each_status(phone: Phone, rows: dict[str, Any], axe: Axe) -> None:
    language, open_page = phone
    found = {}
    for status, value in rows["passes"].items():
        page = with_cookie(open_page, "own", value)
        steps = ["", "change/about/", "delete/"] if status == "active" else [""]
        addresses = [f"/{language}/volunteer/own/{step}" for step in steps]
        found |= {f"{status} {at}": what for at, what in wrong_by_page(page, axe, addresses).items()}
    assert found == {}


def test_a_mailbox_in_which_two_write_to_each_other(phone: Phone, rows: dict[str, Any], axe: Axe) -> None:
    language, open_page = phone
    found = []
    for code in rows["codes"]:
        person = Person(open_page(), language)
        person.code = code
        assert "I think of you." in person.come_back().sees
        found += wrong(person.page, axe)
    assert found == []
