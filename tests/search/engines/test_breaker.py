"""How long what does not answer is left alone."""

from search.engines.breaker import FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, Breaker


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_after_a_failure_nobody_asks_for_a_while_and_then_one() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    clock.now += FIRST_PAUSE_SECONDS
    assert [breaker.allows(), breaker.allows()] == [True, False]


def test_an_answer_opens_the_way_for_everybody() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    breaker.failed()
    clock.now += FIRST_PAUSE_SECONDS
    assert breaker.allows()
    breaker.succeeded()
    assert [breaker.allows(), breaker.allows()] == [True, True]


def test_the_pause_doubles_up_to_half_a_minute() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    pauses = []
    for _failure in range(7):
        breaker.failed()
        began = clock.now
        while not breaker.allows():
            clock.now += 1
        pauses.append(clock.now - began)
    assert pauses[:3] == [2, 4, 8]
    assert pauses[-1] == LONGEST_PAUSE_SECONDS
