from django.db import models
from django.utils import timezone

from confidential.fields import EncryptedJSONField
from confidential.hashing import keyed_hash
from directory.models import Country
from volunteers.enums import Status
from volunteers.managers import VolunteerQuerySet
from volunteers.models.personal import Personal
from volunteers.profile import Profile
from volunteers.steps import NEXT_ACTIONS, NextAction


def hash_of_address(email: str) -> str:
    """By this an address is found again; the address itself is encrypted."""
    return keyed_hash("volunteer's e-mail", email.strip().casefold())


class Volunteer(Personal):
    """What they told of themselves is encrypted, whole; the clear columns say where things stand."""

    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.NEW)
    status_since = models.DateTimeField(default=timezone.now)
    # When they last confirmed, changed, answered or opened something.
    heard_on = models.DateField(default=timezone.localdate)
    # When somebody who was silent for long was asked whether they want to stay.
    asked_to_stay_on = models.DateField(null=True, blank=True)
    next_action_on = models.DateField(null=True, blank=True)
    email_hash = models.CharField(max_length=64, db_index=True)
    told = EncryptedJSONField()

    objects = VolunteerQuerySet.as_manager()

    class Meta(Personal.Meta):
        indexes = [models.Index(fields=["country", "status", "next_action_on"], name="volunteers_by_desk")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="volunteer_status_is_known"
            ),
            # A form whose link nobody pressed yet says nothing of whose address it is.
            models.UniqueConstraint(
                fields=["email_hash"],
                condition=~models.Q(status=Status.NEW),
                name="volunteer_once_an_address",
            ),
        ]

    @property
    def profile(self) -> Profile:
        return Profile.read(self.told)

    @property
    def next_action(self) -> NextAction | None:
        return NEXT_ACTIONS.get(Status(self.status))

    @property
    def is_overdue(self) -> bool:
        return self.next_action_on is not None and self.next_action_on < timezone.localdate()

    def tell(self, profile: Profile) -> None:
        """Take over what they say of themselves; to be saved by the caller."""
        self.told = profile.kept()
        self.email_hash = hash_of_address(profile.email)

    def hear(self) -> None:
        """A word from them: the years of silence begin anew."""
        self.heard_on, self.asked_to_stay_on = timezone.localdate(), None
        self.save(update_fields=["heard_on", "asked_to_stay_on"])
