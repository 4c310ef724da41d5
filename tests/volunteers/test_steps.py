"""Who may move a volunteer from where to where: every combination, and the table in the documentation."""

import re
from itertools import product
from pathlib import Path

import pytest

from tests.test_structure.sources import ROOT
from volunteers.enums import Event, Role, Status
from volunteers.steps import STEPS, NotPossible, after, open_to

DOCUMENTED = re.compile(
    r"^\| (?P<status>\w+) \| (?P<event>\w+) \| (?P<by>[\w, ]+) \| (?P<to>\w+) \|", re.MULTILINE
)

# status, event, role: where it leads. Everything that is not here is refused.
ALLOWED = {
    ("new", "confirm", "volunteer"): "confirmed",
    ("new", "leave", "volunteer"): "left",
    ("confirmed", "take_up", "coordinator"): "checking",
    ("confirmed", "decline", "coordinator"): "declined",
    ("confirmed", "leave", "volunteer"): "left",
    ("checking", "approve", "coordinator"): "approved",
    ("checking", "decline", "coordinator"): "declined",
    ("checking", "leave", "volunteer"): "left",
    ("approved", "approve", "coordinator"): "active",
    ("approved", "decline", "coordinator"): "declined",
    ("approved", "leave", "volunteer"): "left",
    ("active", "rest", "volunteer"): "resting",
    ("active", "rest", "coordinator"): "resting",
    ("active", "decline", "coordinator"): "declined",
    ("active", "leave", "volunteer"): "left",
    ("resting", "return", "volunteer"): "active",
    ("resting", "decline", "coordinator"): "declined",
    ("resting", "leave", "volunteer"): "left",
    ("declined", "leave", "volunteer"): "left",
}


@pytest.mark.parametrize(("status", "event", "role"), list(product(Status, Event, Role)))
def test_each_status_event_and_role_leads_where_it_should_or_nowhere(
    status: Status, event: Event, role: Role
) -> None:
    expected = ALLOWED.get((status.value, event.value, role.value))
    if expected is None:
        with pytest.raises(NotPossible):
            after(status, event, role)
    else:
        assert after(status, event, role) == expected
    assert (event in open_to(status, role)) == (expected is not None)


def test_everyone_can_leave_at_any_point() -> None:
    assert all(Event.LEAVE in open_to(status, Role.VOLUNTEER) for status in Status if status != Status.LEFT)


def test_nobody_comes_to_be_active_past_two_approvals() -> None:
    ways_in = {(status, event) for (status, event), step in STEPS.items() if step.to == Status.ACTIVE}
    assert ways_in == {(Status.APPROVED, Event.APPROVE), (Status.RESTING, Event.RETURN)}
    assert {status for (status, _event), step in STEPS.items() if step.to == Status.RESTING} == {
        Status.ACTIVE
    }
    assert {status for (status, _event), step in STEPS.items() if step.to == Status.APPROVED} == {
        Status.CHECKING
    }


def test_the_documentation_has_the_same_table() -> None:
    text = (Path(ROOT) / "docs" / "volunteers.md").read_text(encoding="utf-8")
    documented = {
        (row["status"], row["event"]): (set(row["by"].split(", ")), row["to"])
        for row in DOCUMENTED.finditer(text)
        if row["status"] in Status.values
    }
    assert documented == {
        (status.value, event.value): ({role.value for role in step.by}, step.to.value)
        for (status, event), step in STEPS.items()
    }
