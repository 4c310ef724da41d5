"""Few queries and no write, also for the first reader in a process that keeps nothing yet."""

import pytest

from tests import first_readers
from tests.e2e.addresses import FORMS, LANGUAGES, PAGES, every_page
from tests.first_readers import Asked
from tests.reading import writes
from tests.running_site import RunningSite

MOST = {
    "results": 6,
    "filtered": 6,
    "near": 6,
    "country": 6,
    "country and need": 6,
    "listing with an address": 8,
    "home": 8,
    "information": 12,
    "questions": 12,
    "news index": 12,
    "news": 12,
    "offices": 12,
    "office": 12,
    "safety": 2,
}
# A server reads what words mean, the words that listings hold and the names of all cities when it starts.
MOST_WHERE_NOTHING_FITS = {"fresh": 11, "prepared": 8}
MOST_OF_FORMS = 7


@pytest.fixture(scope="module")
def pages(site: RunningSite) -> dict[str, str]:
    return every_page(site)


def at_first(asked: dict[str, Asked]) -> dict[str, int]:
    return {address: len(queries.at_first) for address, queries in asked.items()}


def written(asked: dict[str, Asked]) -> dict[str, list[str]]:
    found = {address: writes([*queries.at_first, *queries.again]) for address, queries in asked.items()}
    return {address: statements for address, statements in found.items() if statements}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_page_costs_the_first_reader_few_queries(
    site: RunningSite, pages: dict[str, str], language: str
) -> None:
    addresses = {f"/{language}/{pages[name]}": most for name, most in MOST.items()}
    asked = first_readers.queries_of(addresses, site.environment)
    assert {address: cost for address, cost in at_first(asked).items() if cost > addresses[address]} == {}
    assert written(asked) == {}


@pytest.mark.parametrize("state", MOST_WHERE_NOTHING_FITS)
def test_where_nothing_fits_it_costs_little_more(site: RunningSite, state: str) -> None:
    addresses = [f"/fa/{PAGES[name]}" for name in ("nothing found", "nothing found anywhere")]
    asked = first_readers.queries_of(addresses, site.environment, prepared=state == "prepared")
    assert max(at_first(asked).values()) <= MOST_WHERE_NOTHING_FITS[state], at_first(asked)
    assert written(asked) == {}


def test_a_form_costs_the_first_reader_few_queries(site: RunningSite) -> None:
    asked = first_readers.queries_of([f"/fa/{address}" for address in FORMS.values()], site.environment)
    assert max(at_first(asked).values()) <= MOST_OF_FORMS, at_first(asked)
    assert written(asked) == {}
