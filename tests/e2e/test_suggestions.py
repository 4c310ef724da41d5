"""The search box as a combobox, in a real browser, by keyboard and by finger."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

ADDRESSES = ["/en/directory/", "/fa/"]


def type_and_wait(page: Page, text: str) -> None:
    page.locator("#search-text").click()
    page.keyboard.type(text)
    page.locator(".suggestion").first.wait_for()


def active(page: Page) -> str | None:
    return page.locator("#search-text").get_attribute("aria-activedescendant")


def test_arrows_choose_and_enter_searches(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/directory/?free=1")
    type_and_wait(page, "berl")
    field = page.get_by_role("combobox", name="Search in your own words")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert active(page) is None
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"#{active(page)}")
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(chosen).to_contain_text("Berlin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/directory/?*q=Berlin*")
    assert "free=1" in page.url


def test_up_and_down_go_round_by_way_of_the_field(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/directory/")
    type_and_wait(page, "be")
    count = page.locator(".suggestion").count()
    page.keyboard.press("ArrowUp")
    assert active(page) == f"suggestion-{count - 1}"
    page.keyboard.press("ArrowDown")
    assert active(page) is None
    page.keyboard.press("ArrowDown")
    assert active(page) == "suggestion-0"


def test_escape_closes_the_list_and_keeps_what_is_typed(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/directory/")
    type_and_wait(page, "berl")
    expect(page.locator("p[role=status]", has_text="suggestion")).to_be_attached()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#search-text")).to_have_value("berl")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/directory/?q=berl")


def test_a_tap_chooses_in_persian_from_right_to_left(open_page: Callable[..., Page]) -> None:
    page = open_page("/fa/", has_touch=True)
    type_and_wait(page, "برل")
    box = page.locator(".suggestion").first.bounding_box()
    assert box["height"] >= 44
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    page.get_by_role("option", name="برلین").tap()
    page.wait_for_url("**/fa/directory/?*q=*")
    expect(page.locator("#search-text")).to_have_value("برلین")


def test_leaving_in_a_hurry_works_from_within_the_list(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/directory/")
    type_and_wait(page, "be")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.locator(".exit").get_attribute("data-pressed") == "2"


def test_the_search_works_without_script(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/directory/", java_script_enabled=False)
    assert page.locator("#search-text").get_attribute("role") is None
    page.locator("#search-text").fill("berlin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/directory/?q=berlin")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_list_is_accessible(open_page: Callable[..., Page], axe, address: str, scheme: str) -> None:
    page = open_page(address, color_scheme=scheme)
    type_and_wait(page, "be" if "/en/" in address else "بر")
    page.keyboard.press("ArrowDown")
    assert axe(page) == []
