"""What was done with somebody who wants to help, when and by whom."""

from django.conf import settings
from django.db import models

from confidential.fields import EncryptedTextField
from volunteers.enums import CheckKind, Event, Status
from volunteers.models.people import Volunteer
from volunteers.models.personal import Personal


class Done(Personal):
    """Who did it is empty where it was the volunteer, or whose account is gone."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="%(class)ss")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta(Personal.Meta):
        abstract = True
        ordering = ["created_at"]


class StepTaken(Done):
    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="steps_taken")
    event = models.CharField(max_length=10, choices=Event)
    to = models.CharField(max_length=10, choices=Status)


class Check(Done):
    """One thing that has to be known before anybody approves."""

    kind = models.CharField(max_length=20, choices=CheckKind)
    text = EncryptedTextField()

    class Meta(Done.Meta):
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=CheckKind.values), name="check_kind_is_known")
        ]


class Approval(Done):
    """The first and the second; never two by the same person, never a third."""

    place = models.PositiveSmallIntegerField()

    class Meta(Done.Meta):
        constraints = [
            models.UniqueConstraint(fields=["volunteer", "by"], name="approval_by_two_different_people"),
            models.UniqueConstraint(fields=["volunteer", "place"], name="approval_place_taken_once"),
            models.CheckConstraint(condition=models.Q(place__in=[1, 2]), name="approval_is_first_or_second"),
        ]


class Note(Done):
    """For the coordinators of that country alone."""

    text = EncryptedTextField()
