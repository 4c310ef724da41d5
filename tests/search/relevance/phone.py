"""`python -m tests.search.relevance.phone`: the searches of the phone part, typed into a phone's browser.

A site is started as `make start` does, on the database and the Elasticsearch that the environment names, and
asked page by page. Printed are the tables of docs/search.md, and each page that showed another listing
first than the engine found.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import django
from playwright.sync_api import Page, sync_playwright

from tests.chromium import CHROMIUM_FLAGS, PHONE, chromium
from tests.e2e.hands import press_enter
from tests.running_site import RunningSite, running_site

PREFIX = "panah-phone"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", help="an empty database for the site; without it, SQLite")
    chosen = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from django.conf import settings

    settings.ELASTICSEARCH_PREFIX = "panah-relevance"
    from tests.search.relevance.judgements import Part, judged_set
    from tests.search.relevance.listings import visible_listings
    from tests.search.relevance.running import answers_of, every_engine, load_demonstration
    from tests.search.relevance.telling import told

    load_demonstration()
    name, engine = list(every_engine().items())[-1]
    answers = answers_of(engine, judged_set(Part.PHONE))
    called = {f"{each.house}/{each.offer}/{each.city}": each.name for each in visible_listings()}
    sys.stdout.writelines(f"{line}\n" for line in told({name: answers}, Part.PHONE))
    database = {"DATABASE_URL": chosen.database} if chosen.database else {}
    with (
        tempfile.TemporaryDirectory() as folder,
        running_site(Path(folder), **database, ELASTICSEARCH_PREFIX=PREFIX) as site,
    ):
        if settings.ELASTICSEARCH_URL:
            site.manage("search_index", "rebuild", "--only-elasticsearch")
        sys.exit(_ask_all(site, answers, called))


def _ask_all(site: RunningSite, answers: Sequence, called: Mapping[str, frozenset[str]]) -> bool:
    """Whether some page showed another listing first."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
        page = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
        shown = [_first_shown(page, site, answer.judged) for answer in answers]
        browser.close()
    others = [
        (answer.judged.text, first)
        for answer, first in zip(answers, shown, strict=True)
        if first not in (called[answer.first[0]] if answer.first else {""})
    ]
    sys.stdout.write(f"\n{len(shown) - len(others)} of {len(shown)} pages on the phone show that first\n")
    sys.stdout.writelines(f"{other}\n" for other in others)
    return bool(others)


def _first_shown(page: Page, site: RunningSite, judged: object) -> str:
    page.goto(f"{site.url}/{judged.language}/")
    page.locator("input[name=q]").first.fill(judged.text)
    page.locator("input[name=q]").first.focus()
    press_enter(page)
    first = page.locator(".results:not(:has(.empty)) .card h3").first
    return " ".join(first.inner_text().split()) if first.count() else ""


if __name__ == "__main__":
    main()
