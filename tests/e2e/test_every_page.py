"""What holds wherever somebody reads, in every language."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.e2e.addresses import FORMS, LANGUAGES, each
from tests.running_site import RunningSite

# The first two stops of the Tab key, and the button: in view, under nothing else, large enough.
WAYS_OUT = """() => {
  const [content, skip] = document.querySelectorAll("a[href], button, input, select, summary");
  const button = document.querySelector("a.exit[data-exit]");
  const box = button.getBoundingClientRect();
  const met = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    content: Boolean(document.querySelector(content.getAttribute("href"))),
    skip: skip.matches("a.skip[data-exit]") && skip.getAttribute("href"),
    button: button.contains(met) && Math.min(box.width, box.height) >= 44 && button.getAttribute("href"),
    shift: Boolean(document.querySelector("script[src*='/js/exit.']")),
  };
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_reading_sets_no_cookie_keeps_nothing_and_asks_no_other_origin(
    site: RunningSite, open_page: Callable[..., Page], pages: dict[str, str], language: str
) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def left_behind(page: Page) -> list[object]:
        elsewhere = [url for url in asked if not url.startswith((site.url, "data:"))]
        asked.clear()
        kept = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        return [*elsewhere, *page.context.cookies(), *kept]

    assert each(page, pages, language, left_behind) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_out_is_in_view_and_the_second_stop_of_the_keyboard(
    open_page: Callable[..., Page], pages: dict[str, str], language: str
) -> None:
    way_out = f"/{language}/exit/"
    right = {"content": True, "skip": way_out, "button": way_out, "shift": True}

    def wrong(page: Page) -> object:
        found = page.evaluate(WAYS_OUT)
        return found != right and found

    assert each(open_page(), pages | FORMS, language, wrong) == {}
