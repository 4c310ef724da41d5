"""Letters: queued encrypted, in the transaction of what they tell of; sent by a thread that nobody waits for.

At least once: a letter that may have left is sent again, with the same Message-ID. Whoever sends it has it to
itself, because it first puts the next attempt off, in one statement that succeeds for one of all.
"""

import logging
from collections.abc import Iterable
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from uuid import UUID

from django.core.validators import validate_email
from django.db.models import F, Model
from django.utils import timezone

from confidential.envelopes import message, refuse_line_ends
from confidential.errors import Unreadable
from confidential.models import QueuedLetter

# Longer than any attempt takes, so that nobody else makes the same one meanwhile.
FIRST_PAUSE = timedelta(minutes=2)
LONGEST_PAUSE = timedelta(hours=6)
MOST_ATTEMPTS = 20  # four days
BATCH = 20
IDLE = timedelta(seconds=5)
_AT_ONCE = 500  # rows named in one statement
_REFUSED_FOR_GOOD = 500

logger = logging.getLogger(__name__)


def send(  # noqa: PLR0913 - a letter has as many parts
    to: str, subject: str, body: str, language: str, *, about: Model | None = None, from_label: str = ""
) -> None:
    """Take a letter in; it leaves once the transaction is committed, within seconds.

    `about` is the row that it tells of: a letter about what is erased goes with it.
    """
    validate_email(to)
    refuse_line_ends(subject, from_label)
    QueuedLetter.objects.create(
        to=to,
        subject=subject,
        body=body,
        language=language,
        from_label=from_label,
        about=str(about.pk) if about else "",
    )


def take_back(rows: Iterable[object]) -> None:
    """Whoever is forgotten gets no letter any more, and none of them is kept; `rows` are primary keys."""
    about = [str(row) for row in rows]
    for start in range(0, len(about), _AT_ONCE):
        QueuedLetter.objects.filter(about__in=about[start : start + _AT_ONCE]).delete()


def send_what_is_due() -> timedelta:
    """The time until it is worth asking again."""
    return timedelta(0) if send_due() == BATCH else IDLE


def send_due() -> int:
    """How many letters there were to try."""
    due = list(QueuedLetter.objects.due(timezone.now()).values_list("pk", "attempts")[:BATCH])
    for key, attempts in due:
        if _claim(key, attempts):
            _attempt(QueuedLetter.objects.get(pk=key))
    return len(due)


def _claim(key: UUID, attempts: int) -> bool:
    """True for one of all who saw the letter waiting."""
    pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(attempts, 10))
    unchanged = QueuedLetter.objects.waiting().filter(pk=key, attempts=attempts)
    return bool(unchanged.update(attempts=F("attempts") + 1, due_at=timezone.now() + pause))


def _attempt(letter: QueuedLetter) -> None:
    """No error text is kept or logged: servers quote addresses in theirs."""
    try:
        # One connection a letter: a letter that a server chokes on does not hold up the others.
        message(letter).send()
    except Exception as error:  # noqa: BLE001 - whatever it is, the other letters are sent
        is_last = _is_final(error) or letter.attempts >= MOST_ATTEMPTS
        QueuedLetter.objects.filter(pk=letter.pk).update(
            problem=type(error).__name__, given_up_at=timezone.now() if is_last else None
        )
        logger.warning("A letter could not be sent (%s)", type(error).__name__)
    else:
        QueuedLetter.objects.filter(pk=letter.pk).delete()


def _is_final(error: Exception) -> bool:
    """The server knows no such reader, or nobody can read the letter any more."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= _REFUSED_FOR_GOOD for code, _text in error.recipients.values())
    return isinstance(error, Unreadable)
