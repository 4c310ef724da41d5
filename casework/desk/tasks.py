"""A task for volunteers, taken from a case.

Where it is described says whoever looks after volunteers, by a hook: cases know nothing else of them.
"""

from dataclasses import dataclass

from django.contrib.auth.models import User
from wagtail import hooks

from casework.desk.forms import TaskFromCaseForm
from casework.models import Case


@dataclass(frozen=True)
class TaskOffer:
    address: str
    form: TaskFromCaseForm


def task_offered(case: Case, user: User) -> TaskOffer | None:
    """To a caseworker who may also describe tasks in the country of the case."""
    told = (address_for(user, case.country) for address_for in hooks.get_hooks("where_to_describe_tasks"))
    address = next(filter(None, told), None)
    return TaskOffer(address, TaskFromCaseForm(initial=_what_a_task_begins_with(case))) if address else None


def _what_a_task_begins_with(case: Case) -> dict[str, str]:
    """Nothing that anybody told us."""
    return {"reference": case.reference, "country": case.country, "language_1": case.language}
