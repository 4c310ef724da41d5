"""Forms that machines fill in and people do not notice: a trap, a clock and a token that is good once.

Nothing is refused before their eyes: a machine sees the page that a person sees, and nothing else happens.
"""

import secrets
import time
from datetime import timedelta
from enum import Enum, auto
from typing import Any

from django import forms
from django.db import connection
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from confidential.errors import TooOld, Unreadable
from confidential.hashing import keyed_hash
from confidential.models import SpentToken
from confidential.sealing import seal, unseal

# Nobody reads and fills in a form in less.
SECONDS_TO_FILL_IN = 3
TOKEN_AGE = timedelta(days=1)

# Looking first and then writing would be four statements, and a race.
_SPEND = "INSERT INTO confidential_spenttoken (key, expires_at) VALUES (%s, %s) ON CONFLICT (key) DO NOTHING"


class Verdict(Enum):
    PERSON = auto()
    REPLAY = auto()
    MACHINE = auto()


class GuardedForm(forms.Form):
    """Stands before `ModelForm` too. Its template shows `form.guard` beside the visible fields.

    Forms that are steps of one share a `purpose`, and hand the token on as `initial`, so that the clock runs
    from the first step.
    """

    # Such a name no browser fills in by itself: a person must never be taken for a machine.
    topic = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    purpose = ""
    nonce = ""
    verdict: Verdict

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = self._fresh_token

    @property
    def guard(self) -> SafeString:
        return render_to_string("confidential/guard.html", {"topic": self["topic"], "token": self["token"]})

    def visible_fields(self) -> list[BoundField]:
        """All but the trap: a page that goes through the fields never shows it to a person."""
        return [field for field in super().visible_fields() if field.name != "topic"]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        try:
            content = unseal(self._sealed_for(), self.cleaned_data.get("token", ""), TOKEN_AGE)
        except TooOld:
            # Who sends it again at once has long filled it in.
            self._renew_token(self._fresh_token(time.time() - SECONDS_TO_FILL_IN))
        except Unreadable:
            self._renew_token(self._fresh_token())
        else:
            self.nonce = content["nonce"]
            self.verdict = self._judged(content["given_at"])
        return cleaned

    def _judged(self, given_at: float) -> Verdict:
        if self.cleaned_data.get("topic") or time.time() - given_at < SECONDS_TO_FILL_IN:
            return Verdict.MACHINE
        is_spent = SpentToken.objects.filter(key=_key(self.nonce)).exists()
        return Verdict.REPLAY if is_spent else Verdict.PERSON

    def _renew_token(self, token: str) -> None:
        """What was typed stays; only the token is another."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix("token")] = token
        self.data = data
        self.add_error(None, _("This page was open for a long time. Please look it over and send it again."))

    def _fresh_token(self, given_at: float | None = None) -> str:
        content = {"nonce": secrets.token_urlsafe(16), "given_at": given_at or time.time()}
        return seal(self._sealed_for(), content)

    def _sealed_for(self) -> str:
        return f"form {self.purpose or f'{type(self).__module__}.{type(self).__qualname__}'}"


def spend(nonce: str) -> bool:
    """True for exactly one caller, if that caller's transaction is committed."""
    expires_at = connection.ops.adapt_datetimefield_value(timezone.now() + 2 * TOKEN_AGE)
    with connection.cursor() as cursor:
        cursor.execute(_SPEND, [_key(nonce), expires_at])
        return cursor.rowcount == 1


def _key(nonce: str) -> str:
    return keyed_hash("spent token", nonce)
