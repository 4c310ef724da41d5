"""SQLite takes one writer at a time. While another one holds it, no form loses what somebody typed."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.utils import translation

from casework.models import Introduction
from confidential.models import AccessRecord
from tests.config.addresses import routes
from tests.config.pressing import Everything, Press, at_the_desk
from tests.factories.volunteers import TaskFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
PARTS = ("en/volunteer/", "en/contact/", "admin/volunteers/", "admin/cases/")
# Pages to look at, and forms whose answer is nothing but a page.
NOTHING_TO_WRITE = {
    "en/contact/",
    "en/contact/letters/file/",
    "en/volunteer/",
    "en/volunteer/join/sent/",
    "en/volunteer/way-in/sent/",
    "en/volunteer/own/",
    "en/volunteer/own/data/",
    "en/volunteer/own/close/",
    "admin/volunteers/",
    "admin/volunteers/sheet/<uuid:pk>/",
    "admin/volunteers/tasks/",
    "admin/volunteers/tasks/<uuid:pk>/",
    "admin/volunteers/wanted/",
    "admin/cases/",
    "admin/cases/matches/",
    "admin/cases/pairs/<uuid:key>/",
    "admin/cases/requests/",
    "admin/cases/<uuid:key>/",
}


class Another:
    """A second connection to the same file."""

    def __init__(self) -> None:
        self.connection = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)

    @contextmanager
    def writes(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        yield
        self.connection.execute("ROLLBACK")

    def seen(self) -> int:
        """Another number whenever somebody else has committed something."""
        return self.connection.execute("PRAGMA data_version").fetchone()[0]


@pytest.fixture
def another() -> Iterator[Another]:
    """Nobody waits twenty seconds for a test."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 20")
    another = Another()
    yield another
    another.connection.close()
    connection.close()


@pytest.fixture
def presses() -> list[Press]:
    return Everything().presses()


def test_every_form_that_writes_is_tried(presses: list[Press]) -> None:
    with translation.override("en"):
        ours = {route for route in routes() if route.startswith(PARTS)}
    assert {press.route for press in presses} == ours - NOTHING_TO_WRITE


def test_what_was_typed_comes_back_in_the_reader_s_language_and_is_taken_when_sent_again(
    another: Another, presses: list[Press]
) -> None:
    wrong = {press.route: found for press in presses if (found := [*_what_is_wrong(press, another)])}
    assert wrong == {}


def test_a_page_at_a_desk_that_notes_its_opening_can_be_opened_again(another: Another) -> None:
    everything = Everything()
    volunteers, cases = at_the_desk(everything.coordinator), at_the_desk(everything.worker)
    pair = Introduction.objects.get()
    opened_at_desks = {
        f"/admin/volunteers/sheet/{everything.volunteer.pk}/": volunteers,
        f"/admin/volunteers/tasks/{TaskFactory().pk}/": volunteers,
        f"/admin/cases/{everything.help.pk}/": cases,
        f"/admin/cases/pairs/{pair.pk}/": cases,
    }
    for address, desk in opened_at_desks.items():
        noted = AccessRecord.objects.count()
        with another.writes():
            refused = desk.get(address)
        page = BeautifulSoup(refused.content, "html.parser")
        assert (refused.status_code, refused.get("Retry-After"), page.html["lang"]) == (503, "5", "fa"), (
            address
        )
        assert page.select_one("main a.button")["href"] == address
        assert AccessRecord.objects.count() == noted
        assert desk.get(address).status_code == 200
        assert AccessRecord.objects.count() > noted


def _what_is_wrong(press: Press, another: Another) -> Iterator[str]:
    before = another.seen()
    with another.writes():
        refused = press.send()
    if (refused.status_code, refused.get("Retry-After")) != (503, "5"):
        yield f"answered {refused.status_code}"
        return
    page = BeautifulSoup(refused.content, "html.parser")
    again = page.select_one("main form:not([action])")
    typed = {field["name"]: field["value"] for field in again.select("input[type=hidden]")}
    checks: dict[str, Callable[[], bool]] = {
        "is not in the language": lambda: page.html["lang"] == press.language,
        "loses something": lambda: typed == press.typed,
        "says nothing of the file": lambda: ("فایل" in again.parent.text) == bool(press.files),
        "wrote half of it": lambda: another.seen() == before,
        "is not taken afterwards": lambda: press.send(typed).status_code in {200, 302},
        "wrote nothing afterwards": lambda: another.seen() != before,
    }
    yield from (what for what, holds in checks.items() if not holds())
