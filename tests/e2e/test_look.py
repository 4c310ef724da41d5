"""The same page on a small phone, in the dark, on paper, much enlarged."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

GROUND = "getComputedStyle(document.documentElement).backgroundColor"
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, summary")]
  .filter((target) => target.checkVisibility() && !target.closest("p, li:not(:has(> a:only-child))"))
  .filter((target) => { const box = target.getBoundingClientRect(); return box.height && box.height < 44; })
  .map((target) => target.outerHTML)"""


@pytest.mark.parametrize("language", ["fa", "ar", "en", "fr", "de"])
@pytest.mark.parametrize("width", [360, 320, 256])
def test_nothing_has_to_be_scrolled_sideways(
    open_page: Callable[..., Page], language: str, width: int
) -> None:
    page = open_page(f"/{language}/safety/", viewport={"width": width, "height": 400})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_whoever_likes_it_dark_gets_it_dark(open_page: Callable[..., Page]) -> None:
    light = open_page("/fa/safety/", color_scheme="light").evaluate(GROUND)
    dark = open_page("/fa/safety/", color_scheme="dark").evaluate(GROUND)
    assert (light, dark) == ("rgb(250, 249, 246)", "rgb(15, 22, 20)")


def test_paper_gets_black_words_and_nothing_to_press(open_page: Callable[..., Page]) -> None:
    page = open_page("/en/safety/", color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    for selector in (".exit", ".languages", ".footer"):
        assert not page.locator(selector).first.is_visible()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_is_pressed_is_large_enough_for_a_thumb(open_page: Callable[..., Page], language: str) -> None:
    page = open_page(f"/{language}/safety/")
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize(("language", "side"), [("fa", "left"), ("ar", "left"), ("en", "right")])
def test_the_way_out_stands_where_reading_ends(
    open_page: Callable[..., Page], language: str, side: str
) -> None:
    page = open_page(f"/{language}/safety/")
    box = page.locator(".exit").bounding_box()
    assert (box["x"] < 180) == (side == "left")


@pytest.mark.parametrize("language", ["fa", "ar", "en", "fr", "de"])
@pytest.mark.parametrize("address", ["safety/", "nothing-of-this-name/"])
def test_the_checkers_find_nothing(
    open_page: Callable[..., Page],
    axe: Callable[[Page], list[str]],
    nu: Callable[[str], list[str]],
    language: str,
    address: str,
) -> None:
    page = open_page(f"/{language}/{address}", color_scheme="light")
    assert axe(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe(page) == []
    assert nu(page.request.get(page.url).text()) == []
