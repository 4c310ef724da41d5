"""Every page on a small phone, in the dark, on paper, much enlarged, by keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.addresses import LANGUAGES, each
from tests.e2e.hands import press_enter

GROUND = "getComputedStyle(document.documentElement).backgroundColor"
SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, input, select, summary")]
  .filter((target) => target.checkVisibility() && !target.closest("p, li:not(:has(> a:only-child))"))
  .filter((target) => !target.closest("label"))
  .filter((target) => { const box = target.getBoundingClientRect(); return box.height && box.height < 44; })
  .map((target) => target.outerHTML)"""
# Words that stand on paper in a colour that paper may not show: without its ground, or pale.
PALE_ON_PAPER = """() => [...document.querySelectorAll("main *")]
  .filter((element) => element.checkVisibility() && [...element.childNodes].some((node) => node.data?.trim()))
  .filter((element) => getComputedStyle(element).color !== "rgb(0, 0, 0)")
  .map((element) => element.outerHTML.slice(0, 150))"""
STICKING = """() => [...document.querySelectorAll("body *")]
  .filter((element) => ["sticky", "fixed"].includes(getComputedStyle(element).position))
  .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0)"""
# What has the focus, and whether one sees that it has: marked, in view, and under nothing else.
FOCUS = """() => {
  const focused = document.activeElement;
  const box = focused.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const style = getComputedStyle(focused);
  return {
    href: focused.getAttribute("href") ?? "",
    isCard: focused.matches(".card h3 a"),
    seen: focused.contains(document.elementFromPoint(x, y)) && parseFloat(style.outlineWidth) >= 2,
  };
}"""
MOST_PRESSES = 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_has_to_be_scrolled_sideways_however_narrow(
    open_page: Callable[..., Page], pages: dict[str, str], language: str
) -> None:
    def overflow(page: Page) -> list[int]:
        wider = []
        for width in (360, 320, 256):
            page.set_viewport_size({"width": width, "height": 640})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wider.append(width)
        return wider

    assert each(open_page(), pages, language, overflow) == {}


def test_enlarged_fourfold_most_of_the_window_is_left_for_reading(
    open_page: Callable[..., Page], pages: dict[str, str]
) -> None:
    """1280 by 900 points at 400 % are 320 by 225."""
    page = open_page(viewport={"width": 320, "height": 225})
    assert each(page, pages, "de", lambda page: page.evaluate(STICKING) > 225 / 2) == {}


def test_whoever_likes_it_dark_gets_it_dark(open_page: Callable[..., Page]) -> None:
    light = open_page("/fa/safety/", color_scheme="light").evaluate(GROUND)
    dark = open_page("/fa/safety/", color_scheme="dark").evaluate(GROUND)
    assert (light, dark) == ("rgb(250, 249, 246)", "rgb(15, 22, 20)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_gets_black_words_and_nothing_to_press(
    open_page: Callable[..., Page], pages: dict[str, str], scheme: str
) -> None:
    page = open_page(color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    assert each(page, pages, "fa", lambda page: page.evaluate(PALE_ON_PAPER)) == {}
    for selector in (".exit", ".languages", ".footer"):
        assert not page.locator(selector).first.is_visible()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_is_pressed_is_large_enough_for_a_thumb(
    open_page: Callable[..., Page], pages: dict[str, str], language: str
) -> None:
    assert each(open_page(), pages, language, lambda page: page.evaluate(SMALL_TARGETS)) == {}


@pytest.mark.parametrize(("language", "side"), [("fa", "left"), ("ar", "left"), ("en", "right")])
def test_the_way_out_stands_where_reading_ends(
    open_page: Callable[..., Page], language: str, side: str
) -> None:
    page = open_page(f"/{language}/safety/")
    box = page.locator(".exit").bounding_box()
    assert (box["x"] < 180) == (side == "left")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_keyboard_alone_leads_from_the_front_page_to_a_number(
    open_page: Callable[..., Page], language: str
) -> None:
    page = open_page(f"/{language}/", viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    for wanted in (
        lambda focus: focus["href"].endswith("?need=counselling"),
        lambda focus: focus["isCard"],
        lambda focus: focus["href"].startswith("tel:"),
    ):
        _tab_to(page, wanted)
        if not page.evaluate(FOCUS)["href"].startswith("tel:"):
            press_enter(page)
    assert page.locator("h1").is_visible()


def _tab_to(page: Page, wanted: Callable[[dict], bool]) -> None:
    for _press in range(MOST_PRESSES):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["seen"], focus
        if wanted(focus):
            return
    raise AssertionError(f"not reached with {MOST_PRESSES} presses")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_axe_finds_nothing_in_the_light_or_the_dark(
    open_page: Callable[..., Page], pages: dict[str, str], axe: Callable[[Page], list[str]], language: str
) -> None:
    page = open_page()

    def find(page: Page) -> list[str]:
        found = []
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += axe(page)
        return found

    assert each(page, pages, language, find) == {}


@pytest.mark.parametrize("language", ["ar", "fr", "de"])
def test_axe_finds_nothing_in_the_other_languages(
    open_page: Callable[..., Page], pages: dict[str, str], axe: Callable[[Page], list[str]], language: str
) -> None:
    """Their words are longer and of other letters; colours and parts are those of the two above."""
    names = ("home", "filtered", "nothing found", "country", "questions", "office", "safety", "not there")
    some = {name: pages[name] for name in (*names, "listing with an address")}
    assert each(open_page(), some, language, axe) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_nu_checker_finds_nothing(
    open_page: Callable[..., Page], pages: dict[str, str], nu: Callable[[str], list[str]], language: str
) -> None:
    requests = open_page().request
    found = {name: nu(requests.get(f"/{language}/{address}").text()) for name, address in pages.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
