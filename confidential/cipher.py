"""AES-256-GCM with a version of the key: version, nonce, ciphertext and tag, one after the other.

What is encrypted is bound to where it belongs: bytes that were altered, or moved elsewhere, cannot be read.
Its length is rounded up, so that a short answer and a slightly longer one look the same to a thief.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from confidential import keys
from confidential.errors import Unreadable

NONCE = 12
TAG = 16
# Plain bytes are filled up to a multiple of this: one marker, then zeros.
BLOCK = 64
MARKER = b"\x80"


def encrypt(purpose: str, plain: bytes, place: bytes) -> bytes:
    version = keys.newest_version()
    nonce = secrets.token_bytes(NONCE)
    cipher = AESGCM(keys.encryption_key(version, purpose))
    return bytes([version]) + nonce + cipher.encrypt(nonce, _filled(plain), place)


def decrypt(purpose: str, sealed: bytes, place: bytes) -> bytes:
    if len(sealed) < 1 + NONCE + TAG + BLOCK:
        raise Unreadable("Too short to have been encrypted.")
    nonce, ciphertext = sealed[1 : 1 + NONCE], sealed[1 + NONCE :]
    cipher = AESGCM(keys.encryption_key(version_of(sealed), purpose))
    try:
        return _emptied(cipher.decrypt(nonce, ciphertext, place))
    except InvalidTag:
        raise Unreadable("Altered, moved, or encrypted with another key.") from None


def version_of(sealed: bytes) -> int:
    return sealed[0]


def _filled(plain: bytes) -> bytes:
    return plain + MARKER + bytes(-(len(plain) + 1) % BLOCK)


def _emptied(filled: bytes) -> bytes:
    return filled.rstrip(b"\x00").removesuffix(MARKER)
