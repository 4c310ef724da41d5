"""One engine that may be away, and another one that then answers the same question."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest

from search.engines.base import EngineAwayError, Hit, Relaxation, Results
from search.engines.breaker import Breaker
from search.engines.fallback import FallbackEngine
from search.query import Query

ASKED = Query(text="lawyer")


@dataclass
class Told:
    """An engine that says who answered, and is away from the given call on."""

    name: str
    away_from: int = 1_000
    calls: list[str] = field(default_factory=list)
    moments: list[str] = field(default_factory=list)
    has_substituted = False

    def _call(self, what: str) -> None:
        self.calls.append(what)
        if len(self.calls) >= self.away_from:
            raise EngineAwayError from ConnectionError()

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        self.moments.append("begins")
        yield
        self.moments.append("ends")

    def search(self, _query: Query, **_how: object) -> Results:
        self._call("search")
        return Results(1, (Hit(1, {"by": self.name}),), {})

    def relaxations(self, _query: Query, **_how: object) -> tuple[Relaxation, ...]:
        self._call("relaxations")
        return (Relaxation(Query(text=self.name), 1),)

    def calls_another_so(self, _text: str, _query: Query, **_how: object) -> bool:
        self._call("calls_another_so")
        return self.name == "first"

    def in_turn(self, queries: object, **_how: object) -> tuple[Hit, ...]:
        self._call("in_turn")
        return tuple(Hit(number, {"by": self.name}) for number, _query in enumerate(queries))


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def engines(away_from: int = 1_000, *, is_trusted: bool = True) -> tuple[Told, Told, FallbackEngine, Clock]:
    first, substitute, clock = Told("first", away_from), Told("substitute"), Clock()
    return first, substitute, FallbackEngine(first, substitute, Breaker(clock), lambda: is_trusted), clock


def by(results: Results) -> str:
    return results.hits[0].document["by"]


def test_the_first_engine_answers_while_it_is_there_and_nothing_is_said_of_it() -> None:
    _first, substitute, engine, _clock = engines()
    results = engine.search(ASKED)
    assert (by(results), results.by_substitute) == ("first", False)
    assert substitute.calls == []


@pytest.mark.parametrize("how", ["search", "relaxations", "calls_another_so", "in_turn"])
def test_whatever_it_is_asked_while_it_is_away_the_other_one_answers(how: str) -> None:
    first, substitute, engine, _clock = engines(away_from=1)
    answered = {
        "search": lambda: by(engine.search(ASKED)) == "substitute" and engine.search(ASKED).by_substitute,
        "relaxations": lambda: engine.relaxations(ASKED)[0].query.text == "substitute",
        "calls_another_so": lambda: engine.calls_another_so("lawyer", ASKED) is False,
        "in_turn": lambda: len(engine.in_turn(iter([ASKED, ASKED]), without=(), size=5)) == 2,
    }
    assert answered[how]()
    assert first.calls == [how]
    assert how in substitute.calls


def test_after_a_failure_it_is_left_alone_for_a_while_and_then_asked_again() -> None:
    first, _substitute, engine, clock = engines(away_from=1)
    for _again in range(3):
        engine.search(ASKED)
    assert len(first.calls) == 1
    first.away_from = 1_000
    clock.now += 5
    assert by(engine.search(ASKED)) == "first"
    assert by(engine.search(ASKED)) == "first"


def test_what_it_knows_may_be_too_old_to_ask_it_at_all() -> None:
    first, _substitute, engine, _clock = engines(is_trusted=False)
    assert by(engine.search(ASKED)) == "substitute"
    assert first.calls == []


def test_within_one_moment_one_engine_answers_the_rest() -> None:
    """A page whose counts are of one engine and whose listings of another would lie."""
    first, _substitute, engine, clock = engines(away_from=2)
    with engine.at_one_moment():
        assert by(engine.search(ASKED)) == "first"
        assert not engine.has_substituted
        assert by(engine.search(ASKED)) == "substitute"
        assert engine.has_substituted
        first.away_from, clock.now = 1_000, 100.0
        assert by(engine.search(ASKED)) == "substitute"
    assert by(engine.search(ASKED)) == "first"
    assert not engine.has_substituted


def test_the_substitute_answers_about_one_state_of_the_index_until_the_moment_ends() -> None:
    _first, substitute, engine, _clock = engines(away_from=1)
    with engine.at_one_moment(), engine.at_one_moment():
        engine.search(ASKED)
        engine.search(ASKED)
        assert substitute.moments == ["begins"]
    assert substitute.moments == ["begins", "ends"]


def test_an_error_within_a_moment_ends_it() -> None:
    _first, substitute, engine, _clock = engines(away_from=1)

    def asked_and_then_failed() -> None:
        with engine.at_one_moment():
            engine.search(ASKED)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asked_and_then_failed()
    assert not engine.has_substituted
    engine.search(ASKED)
    assert substitute.moments.count("begins") == 2


def test_a_mistake_of_the_engine_s_own_is_no_reason_to_ask_another() -> None:
    _first, substitute, engine, _clock = engines()
    with pytest.raises(ZeroDivisionError):
        engine.in_turn((1 / 0 for _each in range(1)), without=(), size=5)
    assert substitute.calls == []
