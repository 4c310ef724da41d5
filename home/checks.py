"""Settings of this app that would break the site without a word."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register


@register(Tags.security)
def exit_destinations(**_kwargs: Any) -> list[CheckMessage]:
    """Whoever leaves in a hurry must arrive somewhere, in every language."""
    wrong = [
        code
        for code, _name in settings.LANGUAGES
        if urlsplit(settings.EXIT_DESTINATIONS.get(code, "")).scheme != "https"
    ]
    if not wrong:
        return []
    return [
        Error(
            f"There is no https address to leave to in: {', '.join(wrong)}.",
            hint="Set EXIT_DESTINATIONS to language=https://address pairs, separated by commas.",
            id="home.E001",
        )
    ]
