from django.db import models

from confidential.fields import EncryptedTextField
from volunteers.enums import LinkPurpose
from volunteers.models.people import Volunteer
from volunteers.models.personal import Personal
from volunteers.models.tasks import Ask


class Link(Personal):
    """A link that was sent in a letter; only a keyed hash of it is kept."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=10, choices=LinkPurpose)
    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, null=True, blank=True, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(db_index=True)
    # The address that the link was sent to, where it is to take the place of the one we know.
    new_address = EncryptedTextField(blank=True)

    class Meta(Personal.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(purpose__in=LinkPurpose.values), name="link_purpose_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(purpose=LinkPurpose.ANSWER, ask__isnull=False)
                | (~models.Q(purpose=LinkPurpose.ANSWER) & models.Q(ask__isnull=True)),
                name="link_answers_one_question",
            ),
        ]
