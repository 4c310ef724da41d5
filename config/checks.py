"""A setting with a value that cannot be used is reported with an ID and a hint, before anything starts."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from config.settings.environment import problems


@register()
def settings_can_be_used(**_kwargs: Any) -> list[CheckMessage]:
    return [Error(problem.message, hint=problem.hint, id=problem.check_id) for problem in problems]
