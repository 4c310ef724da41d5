"""Messages: between a person and the caseworkers, and, once introduced, between two people."""

from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction

from casework.enums import Author, CaseEvent
from casework.models import Attachment, Case, FamilyLetter, Introduction, Message
from confidential.files import CleanFile
from confidential.traps import spend


def person_writes(key: UUID, once: str, text: str, file: CleanFile | None) -> None:
    """`once` is the form's own word, so that a second click writes nothing."""
    with transaction.atomic():
        case = Case.objects.held(key).first()
        if case and spend(f"{key} {once}"):
            _store(Message(case=case, author=Author.PERSON, text=text), file)
            case.move(CaseEvent.THEY_WRITE)


def team_writes(key: UUID, once: str, user: User, text: str, file: CleanFile | None) -> None:
    with transaction.atomic():
        case = Case.objects.held(key).first()
        if case and spend(f"{key} {user.pk} {once}"):
            _store(Message(case=case, author=Author.TEAM, written_by=user, text=text), file)
            case.assigned_to = case.assigned_to or user
            case.move(CaseEvent.WE_WRITE)


def pass_on(case: Case, introduction: UUID, once: str, text: str) -> None:
    """To the other side, as long as neither has ended it."""
    with transaction.atomic():
        list(Case.objects.held(case.pk))
        found = Introduction.objects.select_for_update(of=("self",)).of(case.pk).between_people()
        between = found.filter(pk=introduction).first()
        if between and spend(f"{case.pk} {once}"):
            FamilyLetter.objects.create(meeting=between.meeting, side=between.side_of(case), text=text)


def _store(message: Message, file: CleanFile | None) -> None:
    message.save()
    if file:
        Attachment.objects.create(message=message, name=file.name, media_type=file.kind, content=file.content)
