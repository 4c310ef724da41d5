"""Whose turn it is in a case: which event leads from which status to which."""

from casework.enums import CaseEvent, Status

STEPS = {
    (Status.NEW, CaseEvent.TAKE): Status.OURS,
    (Status.NEW, CaseEvent.WE_WRITE): Status.THEIRS,
    (Status.NEW, CaseEvent.THEY_WRITE): Status.NEW,
    (Status.NEW, CaseEvent.CLOSE): Status.CLOSED,
    (Status.OURS, CaseEvent.TAKE): Status.OURS,
    (Status.OURS, CaseEvent.WE_WRITE): Status.THEIRS,
    (Status.OURS, CaseEvent.THEY_WRITE): Status.OURS,
    (Status.OURS, CaseEvent.CLOSE): Status.CLOSED,
    (Status.THEIRS, CaseEvent.TAKE): Status.THEIRS,
    (Status.THEIRS, CaseEvent.WE_WRITE): Status.THEIRS,
    (Status.THEIRS, CaseEvent.THEY_WRITE): Status.OURS,
    (Status.THEIRS, CaseEvent.CLOSE): Status.CLOSED,
    # A closed case waits for nobody; whoever writes opens it again.
    (Status.CLOSED, CaseEvent.TAKE): Status.OURS,
    (Status.CLOSED, CaseEvent.WE_WRITE): Status.THEIRS,
    (Status.CLOSED, CaseEvent.THEY_WRITE): Status.OURS,
    (Status.CLOSED, CaseEvent.CLOSE): Status.CLOSED,
}


def after(status: Status, event: CaseEvent) -> Status:
    return STEPS[status, event]
