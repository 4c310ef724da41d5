"""Whether the hash key is still the one that made the hashes in the database: they themselves cannot tell."""

from typing import Any

from django.apps import apps as registry
from django.apps.registry import Apps

from confidential.hashing import keyed_hash
from confidential.models import HashWitness


def remember(apps: Apps = registry, **_kwargs: Any) -> None:
    """After a migration that left a table for it; whoever was there first stays."""
    if "hashwitness" not in apps.all_models["confidential"]:
        return
    if not HashWitness.objects.exists():
        HashWitness.objects.create(hash=_testimony())


def contradicts() -> bool:
    return HashWitness.objects.exclude(hash=_testimony()).exists()


def _testimony() -> str:
    return keyed_hash("witness", "")
