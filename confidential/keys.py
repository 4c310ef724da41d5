"""The keys, from the environment and apart from SECRET_KEY, and what is derived from them.

Each purpose has a key of its own, so that what one leaks says nothing of another. A key that is missing
raises: the site would rather not answer than write what nobody can read again.
"""

from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from confidential.errors import Unreadable

LENGTH = 32
# A version is the first byte of everything encrypted.
VERSIONS = range(1, 256)


def newest_version() -> int:
    """The one that encrypts; the others only decrypt."""
    if not settings.CONFIDENTIAL_KEYS:
        raise Unreadable("CONFIDENTIAL_KEYS has no key.")
    return max(settings.CONFIDENTIAL_KEYS)


def encryption_key(version: int, purpose: str) -> bytes:
    if version not in settings.CONFIDENTIAL_KEYS:
        raise Unreadable(f"CONFIDENTIAL_KEYS has no version {version}.")
    return _derived(settings.CONFIDENTIAL_KEYS[version], f"panah encrypts {purpose}")


def hash_key(purpose: str) -> bytes:
    if not settings.CONFIDENTIAL_HASH_KEY:
        raise Unreadable("CONFIDENTIAL_HASH_KEY is missing.")
    return _derived(settings.CONFIDENTIAL_HASH_KEY, f"panah hashes {purpose}")


@lru_cache(maxsize=256)
def _derived(key: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=LENGTH, salt=None, info=purpose.encode()).derive(key)
