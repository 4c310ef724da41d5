"""Text that only this site can read and nobody can alter, for a hidden field of a form.

A form of several steps so keeps what was typed in the page itself: no row, cookie or session remembers it.
"""

import base64
import json
import time
from datetime import timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from confidential import cipher
from confidential.errors import TooOld, Unreadable


def seal(purpose: str, data: dict[str, Any]) -> str:
    plain = json.dumps([time.time(), data], cls=DjangoJSONEncoder).encode()
    return _written(cipher.encrypt("seals", plain, purpose.encode()))


def unseal(purpose: str, text: str, max_age: timedelta) -> dict[str, Any]:
    """What was sealed for this purpose, no longer ago than that."""
    sealed_at, data = _opened(purpose, text)
    if time.time() - sealed_at > max_age.total_seconds():
        raise TooOld("Sealed too long ago.")
    return data


def _opened(purpose: str, text: str) -> tuple[float, dict[str, Any]]:
    try:
        sealed = base64.urlsafe_b64decode(text)
    except ValueError:
        raise Unreadable("Not sealed here.") from None
    # Python reads the same from several spellings; we write one.
    if _written(sealed) != text:
        raise Unreadable("Not sealed here.")
    sealed_at, data = json.loads(cipher.decrypt("seals", sealed, purpose.encode()))
    return sealed_at, data


def _written(sealed: bytes) -> str:
    return base64.urlsafe_b64encode(sealed).decode()
