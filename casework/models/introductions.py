from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from casework.enums import Kind, State
from casework.managers import IntroductionQuerySet
from casework.models.cases import Case
from confidential.fields import EncryptedJSONField, EncryptedTextField
from confidential.models import ConfidentialModel

_WAS_INTRODUCED = Q(state__in=[State.INTRODUCED, State.ENDED])


def _approver() -> models.ForeignKey:
    """Who approved stays on record when the account is gone."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )


class Introduction(ConfidentialModel):
    """A search and a registration that may belong together; consent.py says what may become of it.

    The numbers of the consents are those that the approvals were given for.
    """

    search = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    registration = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=14, choices=State, default=State.PROPOSED)
    proposed_by = _approver()
    asked_at = models.DateTimeField(null=True)
    search_consent = models.UUIDField(null=True)
    registration_consent = models.UUIDField(null=True)
    first_approver = _approver()
    first_approved_at = models.DateTimeField(null=True)
    second_approver = _approver()
    second_approved_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        verbose_name = _("introduction")
        verbose_name_plural = _("introductions")
        default_permissions = ()
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(fields=["search", "registration"], name="introduction_once_a_pair"),
            models.CheckConstraint(
                condition=~Q(search=F("registration")), name="introduction_is_between_two_cases"
            ),
            models.CheckConstraint(
                condition=~_WAS_INTRODUCED
                | Q(search_consent__isnull=False, registration_consent__isnull=False),
                name="introduced_by_two_consents",
            ),
            models.CheckConstraint(
                condition=~_WAS_INTRODUCED
                | (
                    Q(first_approver__isnull=False, second_approver__isnull=False)
                    & ~Q(first_approver=F("second_approver"))
                ),
                name="introduced_by_two_different_people",
            ),
            # A yes is used once.
            models.UniqueConstraint(
                fields=["search_consent"], condition=_WAS_INTRODUCED, name="search_consent_used_once"
            ),
            models.UniqueConstraint(
                fields=["registration_consent"],
                condition=_WAS_INTRODUCED,
                name="registration_consent_used_once",
            ),
        ]

    def side_of(self, case: Case) -> Kind:
        return Kind.SEARCH if case.pk == self.search_id else Kind.REGISTRATION


class Meeting(ConfidentialModel):
    """What each side chose to share, as it was when two approved: the only thing that passes between them."""

    introduction = models.OneToOneField(Introduction, on_delete=models.CASCADE, related_name="meeting")
    search_shares = EncryptedJSONField()
    registration_shares = EncryptedJSONField()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        default_permissions = ()

    def shown_to(self, side: Kind) -> dict[str, str]:
        return self.registration_shares if side == Kind.SEARCH else self.search_shares


class FamilyLetter(ConfidentialModel):
    """What one side writes to the other through us, without an address."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="letters")
    side = models.CharField(max_length=12, choices=Kind)
    text = EncryptedTextField()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        default_permissions = ()
        ordering = ["created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(side__in=[Kind.SEARCH, Kind.REGISTRATION]), name="letter_is_of_one_side"
            )
        ]
