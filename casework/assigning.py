"""Who looks after a case, and when nobody has to any more."""

from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from casework.enums import CaseEvent
from casework.introducing import fall_back
from casework.models import Case, Caseworker, Introduction, Note


def take(key: UUID, user: User) -> None:
    with transaction.atomic():
        case = Case.objects.held(key).first()
        if case:
            case.assigned_to = user
            case.move(CaseEvent.TAKE)


def hand_over(key: UUID, user: User, to: int, note: str) -> None:
    """To a colleague of the case's country, with a word about it."""
    with transaction.atomic():
        case = Case.objects.held(key).first()
        colleague = case and Caseworker.objects.at_work().filter(country=case.country, user=to).first()
        if case and colleague:
            Note.objects.create(case=case, written_by=user, text=note)
            case.assigned_to = colleague.user
            case.move(CaseEvent.TAKE)


def close(key: UUID) -> bool:
    """Not while two people write to each other: a closed case is soon erased."""
    with transaction.atomic():
        case = Case.objects.held(key).first()
        if case is None or Introduction.objects.of(key).between_people().exists():
            return False
        case.move(CaseEvent.CLOSE)
        fall_back(key)
        return True
