"""Forms that machines fill in and people do not notice: a trap, a clock and a token that is good once.

Nothing is refused before their eyes: a machine sees the page that a person sees, and nothing else happens.
"""

import secrets
import time
from datetime import timedelta
from enum import Enum, auto
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from confidential.errors import Unreadable
from confidential.hashing import keyed_hash
from confidential.models import SpentToken
from confidential.sealing import seal, unseal

# Nobody reads and fills in a form in less.
SECONDS_TO_FILL_IN = 3
TOKEN_AGE = timedelta(days=1)


class Verdict(Enum):
    PERSON = auto()
    REPLAY = auto()
    MACHINE = auto()


class GuardedForm(forms.Form):
    """A form, or with ModelForm a mixin for one. Show its hidden fields and the trap with it."""

    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    nonce = ""
    verdict: Verdict

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["token"] = self._fresh_token()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        try:
            content = unseal(self._purpose(), self.cleaned_data.get("token", ""), TOKEN_AGE)
        except Unreadable:
            self._renew_token()
            return cleaned
        self.nonce = content["nonce"]
        self.verdict = self._judged(content["given_at"])
        return cleaned

    def _judged(self, given_at: float) -> Verdict:
        if self.cleaned_data.get("website") or time.time() - given_at < SECONDS_TO_FILL_IN:
            return Verdict.MACHINE
        is_spent = SpentToken.objects.filter(key=_key(self.nonce)).exists()
        return Verdict.REPLAY if is_spent else Verdict.PERSON

    def _renew_token(self) -> None:
        """What was typed stays; only the token is another."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data[self.add_prefix("token")] = self._fresh_token()
        self.data = data
        self.add_error(None, _("This form lay open for long. Please look at it once more and send it again."))

    def _fresh_token(self) -> str:
        return seal(self._purpose(), {"nonce": secrets.token_urlsafe(16), "given_at": time.time()})

    def _purpose(self) -> str:
        return f"form {type(self).__module__}.{type(self).__qualname__}"


def spend(nonce: str) -> bool:
    """True for exactly one caller, if that caller's transaction is committed."""
    expires_at = timezone.now() + 2 * TOKEN_AGE
    _token, created = SpentToken.objects.get_or_create(key=_key(nonce), defaults={"expires_at": expires_at})
    return created


def _key(nonce: str) -> str:
    return keyed_hash("spent token", nonce)
