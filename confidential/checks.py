"""What can be told before something goes wrong with what is confidential.

Whether the keys at hand open what the database holds is told at start and by `check --database default`.
"""

from collections.abc import Collection, Iterator
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import DatabaseError

from confidential import cells, retention, witness
from confidential.errors import Unreadable
from confidential.fields import EncryptedField

KEYS = "confidential-keys"


@register(KEYS, Tags.database)
def keys_open_what_is_stored(
    *, databases: Collection[str] | None = None, **_kwargs: Any
) -> list[CheckMessage]:
    """Asks the database only where the caller allowed it."""
    if not databases:
        return []
    try:
        return [*_of_hashes(), *(message for field in cells.fields() for message in _of_field(field))]
    except DatabaseError:
        return []  # not there, or not migrated yet: others tell


@register()
def retention_days_name_what_is_kept(**_kwargs: Any) -> list[CheckMessage]:
    unknown = sorted(settings.RETENTION_DAYS.keys() - retention.registry.keys())
    known = ", ".join(sorted(retention.registry))
    return [
        Error(f"RETENTION_DAYS names “{name}”, which is not kept.", hint=f"One of: {known}.", id="panah.E044")
        for name in unknown
    ]


@register(deploy=True)
def letters_leave(**_kwargs: Any) -> list[CheckMessage]:
    """A site that people reach must not write its letters into a folder that nobody empties."""
    if settings.MAIL_SERVER:
        return []
    hint = "Name a mail server in EMAIL_URL: smtp+tls://user:password@mail.example.org:587"
    return [checks.Warning("Letters are not sent: they become files.", hint=hint, id="panah.W045")]


def _of_hashes() -> Iterator[CheckMessage]:
    if settings.CONFIDENTIAL_HASH_KEY and witness.contradicts():
        yield Error(
            "CONFIDENTIAL_HASH_KEY is another one than what is in the database was hashed with.",
            hint="Write back the first one: with another, no receipt is known any more.",
            id="panah.E037",
        )


def _of_field(field: EncryptedField) -> Iterator[CheckMessage]:
    for version, count in sorted(cells.versions(field).items()):
        if version == cells.NEVER:
            yield _never_encrypted(field, count)
        elif version not in settings.CONFIDENTIAL_KEYS:
            yield _missing(field, version, count)
        elif not _opens(field, version):
            yield _another(field, version, count)


def _opens(field: EncryptedField, version: int) -> bool:
    """One cell tells: who has written another key under the same number cannot read any of them."""
    pk, sealed = cells.one(field, version)
    try:
        field.resealed(sealed, pk)
    except Unreadable:
        return False
    return True


def _missing(field: EncryptedField, version: int, count: int) -> CheckMessage:
    return Error(
        f"CONFIDENTIAL_KEYS has no key {version}, which encrypted {count} cells of {field}.",
        hint="Write it back; it may go once `manage.py rotate_keys` has ended.",
        id="panah.E034",
    )


def _another(field: EncryptedField, version: int, count: int) -> CheckMessage:
    return Error(
        f"Key {version} of CONFIDENTIAL_KEYS is not the one that encrypted {count} cells of {field}.",
        hint="Write back the key that had this number, and give a new key a higher number.",
        id="panah.E035",
    )


def _never_encrypted(field: EncryptedField, count: int) -> CheckMessage:
    return checks.Warning(
        f"{count} cells of {field} are empty: their column was added after their rows.",
        hint="Save each of these rows with a value for it.",
        id="panah.W036",
    )
