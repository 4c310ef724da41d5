"""What every test can ask for, and the summary of what was left out."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.utils import translation
from hypothesis import settings as examples
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from config.translations import catalogs
from directory.vocabulary import vocabulary
from pagecache.middleware import store
from search.known_words import known_words
from search.understanding import knowledge
from tests import database, page_checkers
from tests.chromium import CHROMIUM_FLAGS, PHONE, chromium
from tests.contents import CONTENTS
from tests.running_site import RunningSite, site_of_this_run

# How long an example takes says more about the machine than about the product.
examples.register_profile("untimed", deadline=None)
examples.load_profile("untimed")


@pytest.fixture(scope="session")
def worker(request: pytest.FixtureRequest) -> str:
    return getattr(request.config, "workerinput", {}).get("workerid", "alone")


@pytest.fixture(scope="session")
def django_db_setup(worker: str, django_test_environment: None, django_db_blocker) -> Iterator[None]:
    """Instead of pytest-django's own, which migrates again in every run, and empties what is thrown away."""
    with django_db_blocker.unblock():
        database.use_copy(worker)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: None)
        yield
    with django_db_blocker.unblock():
        connection.close()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """What is picked by name is few, and is there before workers are."""
    picked = config.option.keyword or any("::" in argument for argument in config.args)
    return 0 if picked else None


def pytest_sessionstart() -> None:
    """Texts are read in five languages, also where no site was ever started; before there are workers."""
    for language in catalogs.TRANSLATED:
        catalogs.compile_if_changed(language)


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker, worker: str) -> Callable[..., AbstractContextManager]:
    """For what a module makes once, for tests that only look; it is gone when they are through."""

    @contextmanager
    def made_once(content: str = "") -> Iterator[None]:
        with django_db_blocker.unblock():
            database.use_copy(worker, content)
            with transaction.atomic():
                yield
                transaction.set_rollback(True)

    return made_once


@pytest.fixture
def taxonomy(db: None) -> None:
    """The needs that a new site begins with."""


@pytest.fixture
def town(db: None) -> None:
    """The taxonomy, its words, and in each of a few cities one free lawyer who speaks every language."""


@pytest.fixture
def demonstration(db: None) -> None:
    """The directory of the demonstration."""


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef, request: pytest.FixtureRequest) -> None:
    """Which database a test gets: the fixtures it names say what is in it. A module's own stays in place."""
    if fixturedef.argname == "_django_db_helper" and not connection.in_atomic_block:
        request.getfixturevalue("django_db_setup")
        content = next((name for name in CONTENTS if name in request.node.fixturenames), "")
        with request.getfixturevalue("django_db_blocker").unblock():
            worker = request.getfixturevalue("worker")
            database.use_copy(worker, content, to_commit=_commits(request.node))


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or bool(
        {"transactional_db", "live_server"} & set(item.fixturenames)
    )


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """A request leaves its language behind, as it does in a worker of a running site."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    """A test's changes are rolled back, which no worker of a running site ever sees."""
    store.clear()
    cache.clear()
    vocabulary.cache_clear()
    knowledge.forget()
    known_words().forget()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker: str) -> Iterator[RunningSite]:
    """The real site with its demo content, on real HTTP; each worker has one to itself."""
    temporary = tmp_path_factory.getbasetemp()
    shared = temporary if worker == "alone" else temporary.parent
    with site_of_this_run(shared, tmp_path_factory.mktemp("site-of-worker")) as running:
        yield running


@pytest.fixture(scope="module")
def browser_flags() -> list[str]:
    return CHROMIUM_FLAGS


@pytest.fixture(scope="module")
def browser(browser_flags: list[str]) -> Iterator[Browser]:
    """Real Chromium. One a module, because Django refuses its ORM while Playwright's event loop runs."""
    if not (program := chromium()):
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=browser_flags)
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, site: RunningSite) -> Iterator[Callable[..., Page]]:
    """A page in a browser of its own, phone sized; options are those of Playwright's new_context."""
    contexts: list[BrowserContext] = []

    def open_page(address: str = "/", **options: object) -> Page:
        context = browser.new_context(**{"base_url": site.url, "viewport": PHONE, **options})
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What axe finds on a page; an empty list is what one wants."""
    if missing := page_checkers.axe_is_missing():
        pytest.skip(missing)
    return page_checkers.find_with_axe


@pytest.fixture(scope="session")
def nu() -> Iterator[Callable[[str], list[str]]]:
    """What the Nu HTML checker finds in a page's source."""
    if missing := page_checkers.nu_is_missing():
        pytest.skip(missing)
    with page_checkers.nu_checker() as check:
        yield check


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test of one database only is not collected on the other: .ci/run runs the suite on both."""
    elsewhere = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if {"browser", "site", "nu"} & fixtures:
            item.add_marker("browser")
        if {"illinois", "hsds_examples"} & fixtures:
            item.add_marker("shared_data")
        if item.get_closest_marker("elasticsearch") and not settings.ELASTICSEARCH_URL:
            item.add_marker(pytest.mark.skip(reason="ELASTICSEARCH_URL names no server"))
    deselected = [item for item in items if item.get_closest_marker(elsewhere)]
    items[:] = [item for item in items if item not in deselected]
    if deselected:
        config.hook.pytest_deselected(items=deselected)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    terminalreporter.section("NOT TESTED", red=True, bold=True)
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        terminalreporter.line(f"{report.nodeid}: {reason}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """On the continuous integration nothing may be left out."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
