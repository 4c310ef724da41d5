"""What editors gave a time to: published and taken down within a minute of it."""

from datetime import timedelta

from django.core.management import call_command
from django.db import transaction

from pagecache import generation

MINUTE = timedelta(minutes=1)


def publish_what_is_due() -> timedelta:
    """The time until it is worth asking again."""
    with transaction.atomic():
        # Whoever publishes raises this number, so of several processes one looks after the other.
        generation.queue()
        call_command("publish_scheduled")
    return MINUTE
