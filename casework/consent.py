"""Mutual consent: the one table that says what may happen between two people, and on what condition.

It knows neither database nor request. Whoever asks it has locked what the facts speak of (`introducing.py`);
docs/casework.md shows the same table, and a test compares them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from casework.enums import Event, State


class Refused(Exception):  # noqa: N818 - it is no error to be refused
    """The table has no such step, or its condition is not met."""


@dataclass(frozen=True)
class Facts:
    """What holds at the moment of an event.

    `actor` and `first_approver` are numbers of users. Consents are those that live now: given, not
    withdrawn, not run out, not used.
    """

    search_consents: bool = False
    registration_consents: bool = False
    actor: int | None = None
    actor_may_judge: bool = False
    first_approver: int | None = None
    first_approver_still_works_here: bool = False


@dataclass(frozen=True)
class Guard:
    says: str
    holds: Callable[[Facts], bool]


@dataclass(frozen=True)
class Rule:
    state: State | None
    event: Event
    then: State
    guards: tuple[Guard, ...] = ()


MAY_JUDGE = Guard("a caseworker who may open both cases", lambda facts: facts.actor_may_judge)
BOTH_CONSENT = Guard(
    "both consents live", lambda facts: facts.search_consents and facts.registration_consents
)
SOMEBODY_ELSE = Guard(
    "not who approved first", lambda facts: facts.actor is not None and facts.actor != facts.first_approver
)
OWN_APPROVAL = Guard(
    "who approved first", lambda facts: facts.actor is not None and facts.actor == facts.first_approver
)
FIRST_STILL_HERE = Guard(
    "who approved first is still a caseworker", lambda facts: facts.first_approver_still_works_here
)

RULES = (
    Rule(None, Event.PROPOSE, State.PROPOSED, (MAY_JUDGE,)),
    Rule(State.PROPOSED, Event.ASK, State.ASKED, (MAY_JUDGE,)),
    Rule(State.PROPOSED, Event.CHANGE, State.PROPOSED),
    Rule(State.PROPOSED, Event.DROP, State.DROPPED, (MAY_JUDGE,)),
    Rule(State.ASKED, Event.CHANGE, State.ASKED),
    Rule(State.ASKED, Event.APPROVE, State.APPROVED_ONCE, (MAY_JUDGE, BOTH_CONSENT)),
    Rule(State.ASKED, Event.DROP, State.DROPPED, (MAY_JUDGE,)),
    Rule(State.APPROVED_ONCE, Event.CHANGE, State.ASKED),
    Rule(State.APPROVED_ONCE, Event.TAKE_BACK, State.ASKED, (OWN_APPROVAL,)),
    Rule(State.APPROVED_ONCE, Event.DISMISS, State.ASKED),
    Rule(
        State.APPROVED_ONCE,
        Event.APPROVE,
        State.INTRODUCED,
        (MAY_JUDGE, SOMEBODY_ELSE, FIRST_STILL_HERE, BOTH_CONSENT),
    ),
    Rule(State.APPROVED_ONCE, Event.DROP, State.DROPPED, (MAY_JUDGE,)),
    Rule(State.INTRODUCED, Event.CHANGE, State.INTRODUCED),
    Rule(State.INTRODUCED, Event.END, State.ENDED),
    Rule(State.ENDED, Event.CHANGE, State.ENDED),
    Rule(State.DROPPED, Event.CHANGE, State.DROPPED),
    Rule(State.DROPPED, Event.PROPOSE, State.PROPOSED, (MAY_JUDGE,)),
)
_RULES = {(rule.state, rule.event): rule for rule in RULES}


def next_state(state: State | None, event: Event, facts: Facts) -> State:
    """Where the event leads; `Refused` where it leads nowhere, and nothing may be written then."""
    rule = _RULES.get((state, event))
    if rule is None:
        raise Refused(f"{event} is no step from {state}")
    if unmet := [guard.says for guard in rule.guards if not guard.holds(facts)]:
        raise Refused(", ".join(unmet))
    return rule.then


def allows(state: State, event: Event, facts: Facts) -> bool:
    try:
        next_state(state, event, facts)
    except Refused:
        return False
    return True
