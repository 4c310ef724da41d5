"""Links in letters: good for one thing, for a while; whoever reads the database cannot use them."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from confidential.hashing import keyed_hash
from volunteers.enums import LinkPurpose
from volunteers.models import Ask, Link, Volunteer

GOOD_FOR = {LinkPurpose.CONFIRM: timedelta(days=7), LinkPurpose.OPEN: timedelta(hours=24)}
# Whoever was silent for years has so long to say that they stay.
STAY_WITHIN = timedelta(days=30)
ADDRESSES = {
    LinkPurpose.CONFIRM: "volunteer_confirm",
    LinkPurpose.OPEN: "volunteer_open",
    LinkPurpose.ANSWER: "volunteer_answer",
}
# So long one letter of a kind is enough: nobody can fill somebody's mailbox through our forms.
ONE_LETTER_IN = timedelta(minutes=10)
# Each form, and each new address, has a letter of its own: no more of them in the same time.
MOST_LETTERS, IN = 3, 3 * ONE_LETTER_IN


def hash_of(token: str) -> str:
    return keyed_hash("volunteer's link", token)


def new_link(
    volunteer: Volunteer,
    purpose: LinkPurpose,
    *,
    ask: Ask | None = None,
    new_address: str = "",
    good_for: timedelta | None = None,
) -> str:
    """The whole address, in the language of the volunteer's letters."""
    token = secrets.token_urlsafe(24)
    Link.objects.create(
        volunteer=volunteer,
        purpose=purpose,
        ask=ask,
        new_address=new_address,
        token_hash=hash_of(token),
        expires_at=_end_of(ask) if ask else timezone.now() + (good_for or GOOD_FOR[purpose]),
    )
    with translation.override(volunteer.profile.language):
        return f"{settings.SITE_URL}{reverse(ADDRESSES[purpose], args=[token])}"


def _end_of(ask: Ask) -> datetime:
    """Until the day after the task: hours can be noted on the own page later."""
    return timezone.make_aware(datetime.combine(ask.task.on, datetime.min.time())) + timedelta(days=1)


def found(token: str, purpose: LinkPurpose) -> Link | None:
    return (
        Link.objects.select_related("volunteer", "ask__task")
        .filter(token_hash=hash_of(token), purpose=purpose, expires_at__gt=timezone.now())
        .first()
    )


def spend(link: Link) -> bool:
    """True for one caller, however many press the button at once."""
    return Link.objects.filter(pk=link.pk).delete()[0] > 0


def was_just_sent(volunteer: Volunteer, purpose: LinkPurpose) -> bool:
    return volunteer.links.filter(purpose=purpose, created_at__gt=timezone.now() - ONE_LETTER_IN).exists()


def enough_wait_to_be_confirmed(address: str) -> bool:
    sent = Link.objects.filter(purpose=LinkPurpose.CONFIRM, volunteer__email_hash=address)
    return sent.filter(created_at__gt=timezone.now() - IN).count() >= MOST_LETTERS
