"""How long this app keeps its own rows."""

from datetime import timedelta

from confidential.models import AccessRecord, Attempt, QueuedLetter, SpentToken
from confidential.retention import Retention, register


def register_own() -> None:
    for retention in (
        Retention(
            "attempts",
            Attempt.objects.expired,
            timedelta(0),
            "Counts how often one source tried something; over with its hour.",
        ),
        Retention(
            "spent tokens",
            SpentToken.objects.expired,
            timedelta(0),
            "Keeps a form from being taken in twice; over with the day of its token.",
        ),
        Retention(
            "letters given up",
            lambda before: QueuedLetter.objects.given_up().filter(given_up_at__lt=before),
            timedelta(days=30),
            "Somebody may put the post right, and send them after all.",
        ),
        Retention(
            "access records",
            lambda before: AccessRecord.objects.filter(created_at__lt=before),
            timedelta(days=730),
            "Who opened what has to be found out later too, when somebody complains.",
        ),
    ):
        register(retention)
