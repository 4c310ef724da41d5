"""Writes the demonstration's letters once; where anybody wrote or answers already, nothing."""

import tomllib
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from casework.appointing import appoint
from casework.enums import Kind
from casework.models import Case, Caseworker
from casework.opening import open_case
from casework.writing import person_writes, team_writes
from confidential.receipts import fingerprint, receipt_for
from directory.models import Country

COUNTRY = "DE"
CASEWORKERS = ("demo-leila", "demo-peter")


@transaction.atomic
def load_cases(report: Callable[[str, int], None]) -> int:
    if Case.objects.exists() or Caseworker.objects.exists():
        report(_("Cases"), 0)
        return 0
    content = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))
    caseworkers = [_caseworker(name) for name in CASEWORKERS]
    for told in content["cases"]:
        _load_case(told, caseworkers[0])
    report(_("Cases"), len(content["cases"]))
    return len(content["cases"])


def _caseworker(name: str) -> User:
    """In every country, so that the forms can be tried anywhere."""
    # Without a password nobody can log in.
    user = User.objects.create_user(name)
    languages = [language for language, _name in settings.LANGUAGES]
    for country in Country.objects.published():
        appoint(user, country.code, languages, by=user)
    return user


def _load_case(content: dict[str, Any], answering: User) -> None:
    nonce = token_hex()
    open_case(nonce, Kind(content["kind"]), COUNTRY, content["language"], content["told"])
    key = Case.objects.get(receipt=fingerprint(receipt_for(nonce))).pk
    for answer, reply in zip_longest(content.get("answers", ()), content.get("replies", ())):
        if answer:
            team_writes(key, token_hex(), answering, answer, None)
        if reply:
            person_writes(key, token_hex(), reply, None)
