from django.conf import settings
from django.db import models
from django.utils.timezone import localdate

from confidential.fields import EncryptedJSONField, EncryptedTextField
from directory.models import Country
from volunteers.enums import Answer, TaskStatus
from volunteers.managers import TaskQuerySet
from volunteers.models.people import Volunteer
from volunteers.models.personal import Personal
from volunteers.task_facts import TaskFacts


class Task(Personal):
    """Something to be done for somebody, on one day. What it is stays encrypted."""

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=TaskStatus, default=TaskStatus.OPEN)
    on = models.DateField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    told = EncryptedJSONField()
    # For the coordinators alone: never part of a letter.
    details = EncryptedTextField(blank=True)
    # Where the task comes from, if from somewhere: opaque here.
    reference = EncryptedTextField(blank=True)

    objects = TaskQuerySet.as_manager()

    class Meta(Personal.Meta):
        ordering = ["on", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=TaskStatus.values), name="task_status_is_known"
            )
        ]

    @property
    def facts(self) -> TaskFacts:
        return TaskFacts.read(self.told, self.on)


class Ask(Personal):
    """One volunteer asked for one task."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="asks")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="asks")
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    answered_at = models.DateTimeField(null=True, blank=True)
    # If they wish to keep them.
    hours = EncryptedTextField(blank=True)

    class Meta(Personal.Meta):
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(fields=["task", "volunteer"], name="ask_each_volunteer_once"),
            models.UniqueConstraint(
                fields=["task"],
                condition=models.Q(answer__in=[Answer.YES, Answer.CHOSEN]),
                name="ask_has_one_first_yes",
            ),
            models.CheckConstraint(condition=models.Q(answer__in=Answer.values), name="ask_answer_is_known"),
        ]

    @property
    def is_over(self) -> bool:
        return self.task.status == TaskStatus.CLOSED or self.task.on < localdate()
