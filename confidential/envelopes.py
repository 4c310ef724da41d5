"""A queued letter as it leaves: plain text, and no header that tells more than it must.

Neither the name of the machine nor the program that wrote it is anybody's business. Where mail needs a name
(the Message-ID, and the greeting that the next server writes into `Received`), the site's own stands.
"""

from email.utils import formataddr
from smtplib import SMTP

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend

from confidential.models import QueuedLetter

TIMEOUT_SECONDS = 20


class _SpeaksForTheSite:
    """Mixed into a connection: Python greets with the machine's own name."""

    def ehlo(self, name: str = "") -> tuple[int, bytes]:
        return super().ehlo(name or settings.SITE.hostname)  # type: ignore[misc]

    def helo(self, name: str = "") -> tuple[int, bytes]:
        return super().helo(name or settings.SITE.hostname)  # type: ignore[misc]


class SMTPBackend(EmailBackend):
    @property
    def connection_class(self) -> type[SMTP]:
        return type("SMTP", (_SpeaksForTheSite, super().connection_class), {})


def message(letter: QueuedLetter) -> EmailMessage:
    """The Message-ID is the same in every attempt, so that a letter that arrives twice can be known."""
    return EmailMessage(
        subject=letter.subject,
        body=letter.body,
        from_email=formataddr((letter.from_label, settings.MAIL_FROM)),
        to=[letter.to],
        headers={
            "Message-ID": f"<{letter.pk.hex}@{settings.SITE.hostname}>",
            "Content-Language": letter.language,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
        connection=_connection(),
    )


def refuse_line_ends(*headers: str) -> None:
    """Whoever gets a line end into a header writes headers of their own."""
    if any(sign in header for header in headers for sign in "\r\n\0"):
        raise ValueError("A line end in a header.")


def _connection() -> BaseEmailBackend:
    if settings.MAIL_SERVER:
        backend = f"{SMTPBackend.__module__}.{SMTPBackend.__qualname__}"
        return get_connection(backend, timeout=TIMEOUT_SECONDS, **settings.MAIL_SERVER)
    return get_connection(settings.MAIL_WITHOUT_SERVER, file_path=settings.MAIL_FOLDER)
