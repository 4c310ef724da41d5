"""The real site on a real cluster of three nodes, which are killed while people search and editors work."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from typing import Self

import pytest
from django.conf import settings

from tests.engines import cluster
from tests.running_site import ROOT, RunningSite, running_site

pytestmark = [
    pytest.mark.elasticsearch,
    pytest.mark.skipif(
        len(settings.ELASTICSEARCH_URL) != cluster.NODES or not cluster.PROGRAM.exists(),
        reason=f"needs a cluster of {cluster.NODES} nodes, and the program that kills them",
    ),
]
NOTICE = "Search takes a simpler way"
READERS = 4
SECONDS_MEASURED = 4
# Somebody who waits for a page longer leaves; on a machine whose cores also start a node again.
SECONDS_TO_WAIT = 10
WORDS = (
    "lawyer",
    "وکیل",
    "Beratung",
    "logement",
    "ترجمة",
    "free doctor",
    "help for women",
    "hamburg",
    "qwertz",
)
# Five changes a second; each listing ends up with a word that no other one has.
CHANGES = """
import sys, time
from directory.models import Service
listings = list(Service.objects.published().order_by("pk")[:40])
words, began, count = {}, time.monotonic(), 0
while time.monotonic() - began < SECONDS:
    listing = listings[count % len(listings)]
    listing.name = words[listing.pk] = f"Changed{count:05d}x"
    listing.save()
    count += 1
    time.sleep(max(0, began + count / 5 - time.monotonic()))
print("\\n".join(f"{word} {number}" for number, word in words.items()))
"""


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """A site whose index is in place, on a cluster that nobody else is using."""
    with cluster.alone():
        cluster.bring_back_all()
        with running_site(tmp_path_factory.mktemp("searched")) as site:
            site.manage("search_index", "rebuild", "--only-elasticsearch")
            yield site
        cluster.bring_back_all()


@dataclass
class Readers:
    """They search without end, so many times a second; what went wrong is noted.

    Without a pace they ask as fast as they are answered. Who waits longer than the pace allows leaves his
    turn out, so that what a killed node holds up is not asked all at once afterwards.
    """

    site: RunningSite
    pace: float = 0.0
    answers: int = 0
    from_database: int = 0
    longest: float = 0.0
    failures: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._stop, self._counting = Event(), Lock()
        self._began = time.monotonic()
        self._threads = [Thread(target=self._read, args=(number,)) for number in range(READERS)]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    @property
    def a_second(self) -> float:
        return self.answers / (time.monotonic() - self._began)

    def _read(self, reader: int) -> None:
        turn = READERS / self.pace if self.pace else 0.0
        self._stop.wait(reader * turn / READERS)
        while not self._stop.is_set():
            began = time.monotonic()
            self._ask(f"{reader}-{began}")
            took = time.monotonic() - began
            if turn:
                self._stop.wait(turn - took % turn)

    def _ask(self, visit: str) -> None:
        """Another address each time, so that no ready page is given."""
        word, began, failure, found = WORDS[self.answers % len(WORDS)], time.monotonic(), "", ""
        try:
            found = page(self.site, f"{word} {'x' * (self.answers % 2)}", visit)
        except OSError as error:
            failure = f"{word}: {error}"
        with self._counting:
            self.answers += 1
            self.from_database += NOTICE in found
            self.longest = max(self.longest, time.monotonic() - began)
            self.failures += [failure] if failure else []


@pytest.fixture(scope="module")
def pace(searched: RunningSite) -> float:
    """Half of the pages a second that the machine gives with nothing else to do."""
    with Readers(searched) as readers:
        time.sleep(SECONDS_MEASURED)
        most = readers.a_second
    assert readers.failures == []
    return most / 2


def page(site: RunningSite, text: str, visit: str) -> str:
    """`visit` makes another address of it."""
    query = urllib.parse.urlencode({"q": text, "visit": visit})
    with urllib.request.urlopen(f"{site.url}/en/directory/?{query}", timeout=20) as answer:
        return answer.read().decode()


def changes(site: RunningSite, seconds: int) -> subprocess.Popen:
    command = [
        sys.executable,
        "manage.py",
        "shell",
        "--no-imports",
        "-c",
        CHANGES.replace("SECONDS", str(seconds)),
    ]
    return subprocess.Popen(command, cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, text=True)


def wait_until(true, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.5)


def has_nothing_waiting(site: RunningSite) -> bool:
    return "Waiting: 0" in site.manage("search_index", "status")


def answer_of_elasticsearch(site: RunningSite, text: str) -> str:
    """Each process of the site tries it again in its own time."""
    deadline = time.monotonic() + 60
    while NOTICE in (found := page(site, text, str(time.monotonic_ns()))):
        assert time.monotonic() < deadline, "Elasticsearch is never asked again"
        time.sleep(0.5)
    return found


def check_that_nothing_was_lost(site: RunningSite, written: str) -> None:
    wait_until(lambda: has_nothing_waiting(site), 60)
    assert "agrees" in site.manage("search_index", "verify")
    words = dict(line.split() for line in written.splitlines())
    assert words
    for word, number in words.items():
        assert f"/{number}/" in answer_of_elasticsearch(site, word), word


def test_a_killed_node_fails_no_page_and_loses_no_change(searched: RunningSite, pace: float) -> None:
    """While people ask for half of the pages that the machine can give, and five listings change a second."""
    writing = changes(searched, seconds=14)
    with Readers(searched, pace) as readers:
        time.sleep(5)
        cluster.kill(2)
        written, _errors = writing.communicate(timeout=120)
        cluster.bring_back(2)
    assert readers.failures == []
    assert readers.answers > 20
    assert readers.longest < SECONDS_TO_WAIT
    check_that_nothing_was_lost(searched, written)


def test_with_every_node_down_the_database_answers_and_editors_go_on(
    searched: RunningSite, pace: float
) -> None:
    writing = changes(searched, seconds=12)
    with Readers(searched, pace) as readers:
        time.sleep(5)
        for node in range(1, cluster.NODES + 1):
            cluster.kill(node)
        written, _errors = writing.communicate(timeout=120)
        wait_until(lambda: readers.from_database > 5, 30)
    assert writing.returncode == 0
    assert readers.failures == []
    cluster.bring_back_all()
    check_that_nothing_was_lost(searched, written)


def test_a_rebuild_that_is_killed_harms_nobody_and_the_next_one_cleans_up(
    searched: RunningSite, pace: float
) -> None:
    with Readers(searched, pace) as readers:
        command = [sys.executable, "manage.py", "search_index", "rebuild", "--only-elasticsearch"]
        rebuilding = subprocess.Popen(command, cwd=ROOT, env=searched.environment, stdout=subprocess.DEVNULL)
        wait_until(lambda: left_over(searched) or rebuilding.poll() is not None, 60)
        os.kill(rebuilding.pid, signal.SIGKILL)
        rebuilding.wait()
        assert len(left_over(searched)) == 1
        assert answer_of_elasticsearch(searched, "lawyer")
    assert readers.failures == []
    searched.manage("search_index", "rebuild", "--only-elasticsearch")
    assert left_over(searched) == []
    assert "agrees" in searched.manage("search_index", "verify")


def left_over(site: RunningSite) -> list[str]:
    """Indexes that no alias for searching names."""
    with urllib.request.urlopen(f"{settings.ELASTICSEARCH_URL[0]}/_cat/aliases?h=alias,index") as answer:
        lines = re.findall(r"(\S+)\s+(\S+)", answer.read().decode())
    return [index for alias, index in lines if alias == "panah-listings-next"]
