"""How often one source may try something, without keeping who it is.

An address is kept as a keyed hash that is another one each day, and its row goes when its period is over.
Counting is one statement, so that two workers never count one attempt for two.
"""

from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from confidential.hashing import keyed_hash
from confidential.models import Attempt

GUESSING = "receipt"
# A million tries so take more than eleven years.
WRONG_GUESSES = 10
GUESSING_PERIOD = timedelta(hours=1)

_COUNT = """
INSERT INTO confidential_attempt (key, count, expires_at) VALUES (%s, 1, %s)
ON CONFLICT (key) DO UPDATE SET count = confidential_attempt.count + 1
RETURNING count
"""


def source(request: HttpRequest) -> str:
    """Where a request comes from: an address, or the network that one household has of IPv6.

    A proxy in front appends whom it heard from to what the client claims: only the last entry is true.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped or IPv6Address(int(parsed) >> 64 << 64))
    return str(parsed)


def allow(purpose: str, request: HttpRequest, *, limit: int, period: timedelta) -> bool:
    """Counts this attempt; False once there were more than `limit` in this period."""
    return _counted(*_window(purpose, source(request), period)) <= limit


def allow_user(purpose: str, user: User, *, limit: int, period: timedelta) -> bool:
    """As `allow`, of somebody who is logged in, wherever they are."""
    return _counted(*_window(purpose, f"user {user.pk}", period)) <= limit


def _counted(key: str, expires_at: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [key, connection.ops.adapt_datetimefield_value(expires_at)])
        return cursor.fetchone()[0]


def give_back(purpose: str, request: HttpRequest, *, period: timedelta) -> None:
    """Where only failures count: this attempt was none, so its maker may come as often as they like."""
    key, _expires_at = _window(purpose, source(request), period)
    Attempt.objects.filter(key=key, count__gt=0).update(count=F("count") - 1)


def guess_allowed(request: HttpRequest) -> bool:
    """Takes one of this hour's guesses before the code is looked up: many at once are no way around it."""
    return allow(GUESSING, request, limit=WRONG_GUESSES, period=GUESSING_PERIOD)


def guess_was_right(request: HttpRequest) -> None:
    give_back(GUESSING, request, period=GUESSING_PERIOD)


def _window(purpose: str, who: str, period: timedelta) -> tuple[str, datetime]:
    """Periods follow each other without gap, the same for everybody."""
    seconds = period.total_seconds()
    number = int(timezone.now().timestamp() // seconds)
    begins = datetime.fromtimestamp(number * seconds, UTC)
    value = f"{purpose}|{begins.isoformat()}|{who}"
    return keyed_hash(f"attempts of {begins.date()}", value), begins + period
