"""What somebody comes for: a number, in Persian, on a phone, without script, over a slow link."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Response

from tests.e2e.hands import press
from tests.running_site import RunningSite

WITHOUT_SCRIPT = {"java_script_enabled": False}
MOST_BYTES_IN_ALL = 100_000
MOST_BYTES_AT_FIRST = {"/": 80_000, "/directory/": 40_000, "/directory/listing/1/": 40_000}
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


@pytest.mark.parametrize(
    "strange",
    ["?q=%00", f"?q={'a' * 4_000}", "?page=-1", "?q=%ff%fe", "?colour=green&need=%c3", "%00/", "%ff/"],
)
def test_whatever_is_asked_of_the_real_server_a_page_of_ours_answers(
    site: RunningSite, open_page: Callable[..., Page], strange: str
) -> None:
    answer = open_page().request.get(f"{site.url}/fa/directory/{strange}")
    assert answer.status in {200, 400, 404}
    assert '<html lang="fa" dir="rtl">' in answer.text()
