"""A page waits a second for all that it asks of an engine elsewhere; then the database answers."""

from contextlib import nullcontext

import pytest
from django.test import Client
from django.utils import timezone

from search import engines
from search.engines import of_database, patience
from search.engines.breaker import FIRST_PAUSE_SECONDS, Breaker
from search.engines.fallback import FallbackEngine
from search.engines.patience import seconds_left
from search.finding import find
from search.query import Query
from tests.factories import ServiceFactory

pytestmark = pytest.mark.django_db
NOTICE = b"Search takes a simpler way"
# Each is in time; more than two are not.
SECONDS_A_CALL = 0.4
IN_TIME = 2
QUESTION = "Persian-speaking dentist in Berlin who is open at night, qwertz"


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Slow:
    """Answers rightly, after a while."""

    def __init__(self, seconds: float, clock: Clock) -> None:
        self.seconds, self.clock, self.calls, self.left = seconds, clock, 0, []

    at_one_moment = staticmethod(nullcontext)

    def _after_a_while(self, name: str, *args: object, **options: object) -> object:
        self.calls += 1
        self.left.append(seconds_left())
        self.clock.now += self.seconds
        return getattr(of_database(), name)(*args, **options)

    def search(self, *args: object, **options: object) -> object:
        return self._after_a_while("search", *args, **options)

    def relaxations(self, *args: object, **options: object) -> object:
        return self._after_a_while("relaxations", *args, **options)

    def calls_another_so(self, *args: object, **options: object) -> object:
        return self._after_a_while("calls_another_so", *args, **options)

    def in_turn(self, *args: object, **options: object) -> object:
        return self._after_a_while("in_turn", *args, **options)


@pytest.fixture
def clock(monkeypatch) -> Clock:
    """Stands still but for what the slow engine takes: this machine may be slow as well."""
    clock = Clock()
    monkeypatch.setattr(patience, "monotonic", clock)
    return clock


@pytest.fixture
def slow(town, clock: Clock) -> Slow:
    for number in range(3):
        ServiceFactory(name=f"Dentist {number}")
    return Slow(SECONDS_A_CALL, clock)


@pytest.fixture
def breaker() -> Breaker:
    return Breaker()


@pytest.fixture
def engine(slow: Slow, breaker: Breaker, monkeypatch) -> FallbackEngine:
    """The one that this site searches with."""
    engine = FallbackEngine(slow, of_database(), breaker, lambda: True)
    monkeypatch.setattr(engines, "current", lambda: engine)
    return engine


def test_a_page_waits_a_second_for_all_its_questions_and_says_who_answered(
    engine: FallbackEngine, slow: Slow, breaker: Breaker, client: Client
) -> None:
    page = client.get("/en/directory/", {"q": QUESTION})
    assert page.status_code == 200
    assert NOTICE in page.content
    assert slow.calls == IN_TIME + 1
    assert not breaker.allows()


def test_an_engine_that_is_quick_answers_all_of_the_page(
    engine: FallbackEngine, slow: Slow, breaker: Breaker, client: Client
) -> None:
    slow.seconds = 0
    assert NOTICE not in client.get("/en/directory/", {"q": QUESTION}).content
    assert slow.calls > IN_TIME + 1
    assert breaker.allows()


def test_a_program_waits_no_longer_and_is_answered_the_same(
    engine: FallbackEngine, slow: Slow, client: Client
) -> None:
    answer = client.get("/api/v1/search", {"q": QUESTION}).json()
    assert slow.calls == IN_TIME + 1
    expected = find(of_database(), Query(text=QUESTION), timezone.now())
    assert answer["total"] == expected.results.total


def test_each_question_is_told_how_long_it_may_take(engine: FallbackEngine, slow: Slow) -> None:
    with engine.at_one_moment():
        for _again in range(IN_TIME):
            engine.search(Query())
    first, second = slow.left
    assert (first, second) == (pytest.approx(1), pytest.approx(1 - SECONDS_A_CALL))


def test_what_a_page_does_besides_is_not_the_engine_s_fault(engine: FallbackEngine, clock: Clock) -> None:
    with engine.at_one_moment():
        engine.search(Query())
        clock.now += 5
        assert not engine.search(Query()).by_substitute
        assert not engine.has_substituted


def test_the_next_page_has_a_second_of_its_own(engine: FallbackEngine, slow: Slow) -> None:
    for _page in range(3):
        with engine.at_one_moment(), engine.at_one_moment():
            assert not engine.search(Query()).by_substitute
    assert not engine.search(Query()).by_substitute


def test_an_engine_that_stays_slow_is_left_alone_for_longer_and_longer(slow: Slow) -> None:
    now = Clock()
    engine = FallbackEngine(slow, of_database(), Breaker(now), lambda: True)
    for pause in (FIRST_PAUSE_SECONDS, 2 * FIRST_PAUSE_SECONDS):
        slow.calls = 0
        for _page in range(2):
            with engine.at_one_moment():
                for _question in range(5):
                    engine.search(Query())
        assert slow.calls == IN_TIME + 1
        now.now += pause - 0.1
        assert engine.search(Query()).by_substitute
        now.now += 0.2
