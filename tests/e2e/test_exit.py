"""Leaving in a hurry, in a real browser: in five languages, with script and without."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.chromium import CHROMIUM_FLAGS
from tests.e2e.elsewhere import Elsewhere, neutral_site

LANGUAGES = ["fa", "ar", "en", "fr", "de"]

# Notes the time from the last press to the first frame in which nothing of the page is left.
WATCH = """() => {
  for (const kind of ["pointerdown", "keydown", "keyup"])
    addEventListener(kind, (event) => { window.pressed = event.timeStamp; }, true);
  const look = () => {
    if (document.body.innerText.trim() || document.title.trim()) requestAnimationFrame(look);
    else console.info(performance.now() - window.pressed);
  };
  requestAnimationFrame(look);
}"""

# What a finger meets at the middle and near the corners of the button.
UNCOVERED = """() => {
  const box = document.querySelector(".exit").getBoundingClientRect();
  return [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].every(([x, y]) =>
    document.elementFromPoint(box.x + x * box.width, box.y + y * box.height)?.closest(".exit"));
}"""


def by_button(page: Page) -> None:
    page.locator(".exit").click(no_wait_after=True)


def by_skip_link(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('a.skip[data-exit]')")
    page.keyboard.press("Enter")


def by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


WAYS = [by_button, by_skip_link, by_shift]


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Elsewhere]:
    with neutral_site(tmp_path_factory.mktemp("elsewhere")) as site:
        yield site


@pytest.fixture(scope="module")
def browser_flags(elsewhere: Elsewhere) -> list[str]:
    """The browser takes our neutral site for the real ones."""
    return [*CHROMIUM_FLAGS, f"--host-resolver-rules=MAP *.wikipedia.org 127.0.0.1:{elsewhere.port}"]


@pytest.fixture
def read(open_page: Callable[..., Page], elsewhere: Elsewhere) -> Callable[..., Page]:
    """Open a page of the site; nobody has been elsewhere yet."""
    elsewhere.requests.clear()

    def read(address: str, **options: object) -> Page:
        return open_page(address, ignore_https_errors=True, **options)

    return read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_with_script_every_way_leads_to_a_neutral_page_that_does_not_learn_where_one_was(
    read: Callable[..., Page], elsewhere: Elsewhere, language: str, way: Callable[[Page], None]
) -> None:
    page = read(f"/{language}/safety/")
    way(page)
    page.wait_for_url(f"https://{language}.wikipedia.org/")
    assert [request.get("referer") for request in elsewhere.requests] == [None]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", [by_button, by_skip_link])
def test_without_script_button_and_skip_link_lead_there_as_well(
    read: Callable[..., Page], elsewhere: Elsewhere, language: str, way: Callable[[Page], None]
) -> None:
    page = read(f"/{language}/safety/", java_script_enabled=False)
    way(page)
    page.wait_for_url(f"https://{language}.wikipedia.org/")
    assert [request.get("referer") for request in elsewhere.requests] == [None]


def test_what_the_site_had_stored_is_gone(read: Callable[..., Page]) -> None:
    page = read("/en/safety/")
    page.evaluate("localStorage.setItem('kept', 'yes'); document.cookie = 'kept=yes; max-age=999'")
    by_button(page)
    page.wait_for_url("https://en.wikipedia.org/")
    page.goto("/en/safety/")
    assert page.evaluate("[localStorage.getItem('kept'), document.cookie]") == [None, ""]


@pytest.mark.parametrize("way", WAYS)
def test_the_page_is_blank_within_a_tenth_of_a_second_however_slow_the_way_out(
    read: Callable[..., Page], way: Callable[[Page], None]
) -> None:
    page = read("/fa/safety/")
    page.route("**/exit/", lambda _route: None)
    page.evaluate(WATCH)
    with page.expect_console_message(lambda message: message.type == "info") as blank_after:
        way(page)
    assert float(blank_after.value.text) < 100


def test_the_back_button_does_not_return_to_the_page_that_was_left(read: Callable[..., Page]) -> None:
    page = read("/fa/safety/")
    page.goto("/en/safety/")
    by_button(page)
    page.wait_for_url("https://en.wikipedia.org/")
    page.go_back()
    assert page.url.endswith("/fa/safety/")
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize(
    "keys",
    [
        ["Shift", "Shift"],
        ["Shift", "Shift", "a", "Shift"],
        ["Shift+A", "Shift+B", "Shift+C"],
        ["Shift+Tab", "Shift+Tab", "Shift+Tab"],
        ["Alt+Shift", "Alt+Shift", "Alt+Shift"],
    ],
)
def test_everyday_use_of_shift_does_not_lead_out(read: Callable[..., Page], keys: list[str]) -> None:
    page = read("/en/safety/")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_timeout(200)
    assert page.locator("h1").is_visible()


def test_each_press_of_shift_is_told(read: Callable[..., Page]) -> None:
    page = read("/en/safety/")
    page.keyboard.press("Shift")
    assert page.locator("[role=status]").inner_text() == "Press Shift two more times to leave."
    page.keyboard.press("Shift")
    assert page.locator("[role=status]").inner_text() == "Press Shift once more to leave."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 320, 1280])
def test_the_button_is_in_view_and_uncovered_wherever_one_reads(
    read: Callable[..., Page], language: str, width: int
) -> None:
    page = read(f"/{language}/safety/", viewport={"width": width, "height": 640})
    box = page.locator(".exit").bounding_box()
    assert min(box["width"], box["height"]) >= 44
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    for place in range(0, page.evaluate("document.body.scrollHeight"), 200):
        page.evaluate("place => scrollTo({top: place, behavior: 'instant'})", place)
        assert page.evaluate(UNCOVERED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_keeps_away_from_the_edge_on_a_phone_of_any_width(
    read: Callable[..., Page], language: str
) -> None:
    page = read(f"/{language}/safety/")

    def room_left(width: int) -> float:
        page.set_viewport_size({"width": width, "height": 640})
        box = page.locator(".exit").bounding_box()
        return min(box["x"], width - box["x"] - box["width"])

    assert {width for width in range(320, 440, 8) if room_left(width) < 16} == set()
