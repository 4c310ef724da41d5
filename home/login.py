"""Logging in to the admin: who guesses passwords is stopped, and the owner of the account is not."""

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from confidential.throttles import allow, give_back

PERIOD = timedelta(minutes=15)
# From one source: for one account, so that others log in from the same office; and for all together.
WRONG_FOR_ONE = 10
WRONG_FOR_ALL = 50


class ThrottledLoginForm(LoginForm):
    """Counts wrong passwords by where they come from: nobody can lock an owner out from elsewhere."""

    too_many = _("Too many wrong passwords came from where you are. Please wait a quarter of an hour.")

    def clean(self) -> dict[str, Any]:
        """Counted before the password is looked at: many at once are no way around it."""
        counted = self._counted()
        if not all(allow(name, self.request, limit=limit, period=PERIOD) for name, limit in counted):
            raise ValidationError(self.too_many, code="too_many")
        cleaned = super().clean()
        for name, _limit in counted:
            give_back(name, self.request, period=PERIOD)
        return cleaned

    def _counted(self) -> list[tuple[str, int]]:
        """An account that does not exist is counted like one that does."""
        account = str(self.cleaned_data.get("username", "")).casefold()
        return [(f"login to {account}", WRONG_FOR_ONE), ("login", WRONG_FOR_ALL)]
