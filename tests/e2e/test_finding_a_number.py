"""What somebody comes for: a number, in Persian, on a phone, without script, over a slow link."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response

from tests.e2e.hands import press

WITHOUT_SCRIPT = {"java_script_enabled": False}
MOST_BYTES_IN_ALL = 100_000
MOST_BYTES_AT_FIRST = {"/": 80_000, "/directory/": 40_000, "/directory/listing/1/": 40_000}
# As browsers' own tools have it: bytes a second, and milliseconds there and back.
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
# Where each character of the number stands, from left to right.
PLACES = """(value) => {
  const node = value.firstChild, range = document.createRange();
  return [...node.data].map((character, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [character, range.getBoundingClientRect().x];
  }).sort((one, other) => one[1] - other[1]).map(([character]) => character).join("");
}"""


def test_from_the_front_page_to_a_number(open_page: Callable[..., Page]) -> None:
    page = open_page("/fa/", **WITHOUT_SCRIPT)
    press(page.locator("a.tile", has_text="آلمان"))
    assert page.locator("h1").inner_text() == "کمک در آلمان"
    press(page.locator("a.tile", has_text="مشاوره"))
    assert page.url.endswith("/fa/directory/de/counselling/")
    in_all = page.locator(".card").count()

    # An Arabic keyboard has neither the Persian ye nor the Persian kaf, and the last word is not finished.
    page.locator("#search-text").fill("يك ساع")
    press(page.get_by_role("button", name="جستجو"))
    cards = page.locator(".card")
    assert 0 < cards.count() < in_all
    assert page.locator(".chips .chip").count() == 3
    name = cards.first.locator("h3").inner_text()
    assert "یک ساعت" in name
    press(cards.first.locator("h3 a"))

    assert page.locator("h1").inner_text() == name
    number = page.locator('.contact[href^="tel:"]').first
    number.wait_for()
    dialled = number.get_attribute("href").removeprefix("tel:")
    assert dialled.startswith("+49")
    assert number.locator(".contact-value").inner_text().replace(" ", "") == dialled


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_a_number_reads_from_left_to_right_where_all_else_reads_from_the_right(
    open_page: Callable[..., Page], language: str
) -> None:
    page = open_page(f"/{language}/directory/listing/1/")
    for number in page.locator('a[href^="tel:"]').all():
        seen = number.locator("bdi").evaluate(PLACES)
        assert seen.replace(" ", "") == number.get_attribute("href").removeprefix("tel:")
    page.goto(f"/{language}/directory/")
    number = page.locator(".card-call").first
    assert number.locator("bdi").evaluate(PLACES).replace(" ", "") == number.get_attribute("href")[4:]


def test_the_whole_way_weighs_less_than_a_photo(open_page: Callable[..., Page]) -> None:
    page = open_page("about:blank", **WITHOUT_SCRIPT)
    answers = answers_of(page)
    page.goto("/fa/")
    press(page.locator("a.tile", has_text="آلمان"))
    press(page.locator("a.tile", has_text="مشاوره"))
    press(page.locator(".card:has(.card-call) h3 a").first)
    page.locator('.contact[href^="tel:"]').first.wait_for()
    assert 10_000 < weight(answers) <= MOST_BYTES_IN_ALL


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("address", MOST_BYTES_AT_FIRST)
def test_the_first_page_somebody_opens_is_light(
    open_page: Callable[..., Page], language: str, address: str
) -> None:
    page = open_page("about:blank")
    answers = answers_of(page)
    page.goto(f"/{language}{address}", wait_until="networkidle")
    assert len(answers) >= 4
    assert 10_000 < weight(answers) <= MOST_BYTES_AT_FIRST[address]


def answers_of(page: Page) -> list[Response]:
    """Whatever comes to that page from now on."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks its handlers
    return answers


def weight(answers: list[Response]) -> int:
    """As it went over the wire, compressed, headers and all."""
    sizes = [answer.request.sizes() for answer in answers]
    return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)


def test_over_a_slow_link_words_are_read_and_pressed_before_any_script_has_come(
    open_page: Callable[..., Page],
) -> None:
    page = open_page("about:blank")
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_3G)
    page.route("**/*.js", lambda _never_answered: None)
    fonts: list[str] = []
    page.on("request", lambda request: fonts.append(request.url) if request.resource_type == "font" else None)
    page.goto("/fa/", wait_until="commit")
    for way in ('a.tile[href*="/directory/de/"]', "a.tile", ".card:has(.card-call) h3 a"):
        next_page = page.locator(way).first
        wait_until_painted(page)
        press(next_page, until="commit")
    page.locator('.contact[href^="tel:"]').first.wait_for()
    wait_until_painted(page)
    assert page.evaluate("document.readyState") == "interactive"
    assert fonts == []


def wait_until_painted(page: Page) -> None:
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
