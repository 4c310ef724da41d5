from volunteers.models.coordinators import Coordinator, Wanted
from volunteers.models.history import Approval, Check, Note, StepTaken
from volunteers.models.links import Link
from volunteers.models.people import Volunteer
from volunteers.models.tasks import Ask, Task

__all__ = [
    "Approval",
    "Ask",
    "Check",
    "Coordinator",
    "Link",
    "Note",
    "StepTaken",
    "Task",
    "Volunteer",
    "Wanted",
]
