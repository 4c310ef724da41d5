"""Whatever is asked of the real server, a page of ours answers, and soon."""

import time
import urllib.request
from urllib.error import HTTPError

import pytest

from tests.running_site import RunningSite
from tests.strange_requests import STRANGE

SECONDS = 0.5
TRIES = 8


@pytest.mark.parametrize("place", ["/fa/directory/", "/en/directory/de/legal/"])
def test_a_strange_question_is_answered_within_half_a_second(site: RunningSite, place: str) -> None:
    seconds = {name: soonest(f"{site.url}{place}?{strange}") for name, strange in STRANGE.items()}
    assert {name: taken for name, taken in seconds.items() if taken > SECONDS} == {}


@pytest.mark.parametrize("strange", ["%00/", "%ff/", "%ff%fe/?q=%ff", f"listing/{'9' * 30}/"])
def test_a_strange_address_is_not_found_within_half_a_second(site: RunningSite, strange: str) -> None:
    assert soonest(f"{site.url}/fa/directory/{strange}") <= SECONDS


def soonest(address: str) -> float:
    """The quickest of a few tries: this machine does other things as well. Each try has words of its own."""
    best = float("inf")
    for number in range(TRIES):
        best = min(best, seconds_until_answered(address.replace("q=", f"q={number}", 1)))
        if best <= SECONDS:
            break
    return best


def seconds_until_answered(address: str) -> float:
    """With a cookie: the page is made anew, and not taken from those kept for visitors."""
    begun = time.perf_counter()
    status, page = answer(urllib.request.Request(address, headers={"Cookie": "any=1"}))
    taken = time.perf_counter() - begun
    assert status in {200, 400, 404}, address
    assert page.lstrip().startswith("<!doctype html>\n<html lang="), address
    assert '/exit/"' in page, address
    return taken


def answer(request: urllib.request.Request) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()
