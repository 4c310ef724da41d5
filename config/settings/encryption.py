"""The keys of what is confidential, apart from SECRET_KEY: who has one of them has not the other."""

import base64

from config.settings import environment
from config.settings.security import SECRET_KEY

KEY_LENGTH = 32
# Of the 32 bytes of a key that was drawn and not made up.
FEWEST_DIFFERENT = 8
VERSIONS = range(1, 256)
MAKE_ONE = "python3 -c 'import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())'"


def decoded_key(variable: str, text: str) -> bytes:
    """32 bytes from base64, or b"", which no key is derived from."""
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError:
        key = b""
    if len(key) != KEY_LENGTH or len(set(key)) < FEWEST_DIFFERENT:
        hint = f"Make a key with {MAKE_ONE}"
        environment.report("panah.E031", variable, "is not 32 random bytes in base64", hint)
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
        else:
            found[version] = decoded_key(variable, text)
    if not environment.names(variable):
        _report_missing(variable)
    return {version: key for version, key in found.items() if key}


def _report_missing(variable: str) -> None:
    hint = f"`make start` writes it into .env. Otherwise make a key with {MAKE_ONE}"
    environment.report("panah.E030", variable, "is missing", hint)


def check_apart(keys: list[bytes], secret_key: str) -> None:
    """Whoever finds out one secret must not have another with it."""
    texts = [secret_key, *(base64.b64encode(key).decode() for key in keys if key)]
    if len(set(texts)) < len(texts):
        hint = f"Give each a value of its own; make one with {MAKE_ONE}"
        environment.report("panah.E033", "CONFIDENTIAL_KEYS", "repeats another secret", hint)


CONFIDENTIAL_KEYS = versioned_keys("CONFIDENTIAL_KEYS")
CONFIDENTIAL_HASH_KEY = single_key("CONFIDENTIAL_HASH_KEY")
check_apart([*CONFIDENTIAL_KEYS.values(), CONFIDENTIAL_HASH_KEY], SECRET_KEY)
