"""Every opening of a confidential record is written down, in the transaction of whoever opens it."""

from django.contrib.auth.models import User
from django.db.models import Model

from confidential.enums import AccessReason
from confidential.models import AccessRecord

# Enough to see who reads what nobody asked them to.
LATEST = 20


def openings(instance: Model) -> list[AccessRecord]:
    """The latest, for the eyes of those who look after the record."""
    return list(AccessRecord.objects.of(instance).with_names()[:LATEST])


def opened(user: User, instance: Model, why: AccessReason, *, allowed_by: User | None = None) -> AccessRecord:
    """Called before anything of the record is shown: what cannot be written down is not opened."""
    return AccessRecord.objects.create(
        user=user,
        allowed_by=allowed_by,
        table=instance._meta.db_table,
        row=str(instance.pk),
        why=AccessReason(why),
    )
