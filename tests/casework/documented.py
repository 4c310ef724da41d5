"""The tables of docs/casework.md, as the code has them."""

from django.utils.translation import override

from casework.consent import RULES
from casework.enums import CaseEvent, State, Status
from casework.progress import STEPS


def consent_table() -> list[str]:
    with override("en"):
        return [
            f"| {State(rule.state).label if rule.state else 'none'} | {rule.event.label} "
            f"| {', '.join(guard.says for guard in rule.guards) or '–'} | {rule.then.label} |"
            for rule in RULES
        ]


def progress_table() -> list[str]:
    with override("en"):
        return [
            f"| {status.label} | {' | '.join(str(STEPS[status, event].label) for event in CaseEvent)} |"
            for status in Status
        ]
