"""A PDF becomes a PDF of pictures, drawn by a program of its own (confidential/pdf_pages.py)."""

import subprocess
import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from confidential import pdf_pages
from confidential.pdf_pages import GaveUp

_PROGRAM = Path(pdf_pages.__file__)
# What the system counts is work; waiting for a busy machine comes on top.
_SECONDS = pdf_pages.SECONDS * 2


def drawn_anew(content: bytes) -> bytes:
    """Raises ValidationError for what cannot be read, is locked, or takes too much to draw."""
    try:
        # Our own Python and our own program; the environment, which holds the keys, stays behind.
        ended = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(_PROGRAM)],
            input=content,
            capture_output=True,
            check=False,
            env={},
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise ValidationError(_UNREADABLE, code="unreadable") from error
    if ended.returncode == 0 and ended.stdout:
        return ended.stdout
    raise _refusal(ended.returncode)


_UNREADABLE = _("This PDF cannot be read. Save it again, or send a picture of each page.")


def _refusal(code: int) -> ValidationError:
    if code == GaveUp.PASSWORD:
        return ValidationError(
            _("This PDF has a password. Save it without one, or send a picture of each page."),
            code="password",
        )
    if code == GaveUp.TOO_MANY_PAGES:
        return ValidationError(
            _("This PDF has more than %(limit)s pages. Send it in parts."),
            code="too_many_pages",
            params={"limit": pdf_pages.MOST_PAGES},
        )
    return ValidationError(_UNREADABLE, code="unreadable")
