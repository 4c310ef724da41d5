"""The keys of what is confidential, apart from SECRET_KEY: who has one of them has not the other."""

import base64
import binascii

from config.settings import environment
from config.settings.security import SECRET_KEY

KEY_LENGTH = 32
VERSIONS = range(1, 256)
MAKE_ONE = "python3 -c 'import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())'"


def decoded_key(variable: str, text: str) -> bytes:
    """32 bytes from base64, or b"", which no key is derived from."""
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != KEY_LENGTH:
        environment.report("panah.E031", variable, "is not 32 bytes in base64", f"Make a key with {MAKE_ONE}")
        return b""
    return key


def single_key(variable: str) -> bytes:
    text = environment.text(variable).strip()
    if not text:
        _report_missing(variable)
        return b""
    return decoded_key(variable, text)


def versioned_keys(variable: str) -> dict[int, bytes]:
    """Written as `1:base64,2:base64`."""
    found: dict[int, bytes] = {}
    for name in environment.names(variable):
        number, _colon, text = name.partition(":")
        version = int(number) if number.isdecimal() else 0
        if version not in VERSIONS or version in found:
            hint = "Write 1:key,2:key with another number from 1 to 255 for each key; the highest encrypts."
            environment.report("panah.E032", variable, "has a key without a number of its own", hint)
        found[version] = decoded_key(variable, text)
    if not found:
        _report_missing(variable)
    return {version: key for version, key in found.items() if key}


def _report_missing(variable: str) -> None:
    hint = f"`make start` writes it into .env. Otherwise make a key with {MAKE_ONE}"
    environment.report("panah.E030", variable, "is missing", hint)


def check_apart(keys: list[bytes], secret_key: str) -> None:
    """Whoever finds out one secret must not have another with it."""
    given = [key for key in keys if key]
    texts = {secret_key.encode(), *(base64.b64encode(key) for key in given if key == secret_key.encode())}
    if len(set(given)) < len(given) or any(key in texts or base64.b64encode(key) in texts for key in given):
        hint = f"Give each a value of its own; make one with {MAKE_ONE}"
        environment.report("panah.E033", "CONFIDENTIAL_KEYS", "repeats another secret", hint)


CONFIDENTIAL_KEYS = versioned_keys("CONFIDENTIAL_KEYS")
CONFIDENTIAL_HASH_KEY = single_key("CONFIDENTIAL_HASH_KEY")
check_apart([*CONFIDENTIAL_KEYS.values(), CONFIDENTIAL_HASH_KEY], SECRET_KEY)
