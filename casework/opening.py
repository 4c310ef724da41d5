"""A case begins: what a form asked for is stored, once, however often the button was pressed."""

from uuid import UUID

from django.db import transaction

from casework.enums import CaseEvent, Kind
from casework.introducing import fall_back
from casework.matching import remember_names
from casework.models import Case
from confidential.receipts import fingerprint, receipt_for
from confidential.traps import spend


def open_case(nonce: str, kind: Kind, country: str, language: str, told: dict[str, str]) -> None:
    """The nonce is the form's single-use token; the receipt follows from it."""
    with transaction.atomic():
        if not spend(nonce):
            return
        case = Case.objects.create(
            kind=kind,
            country=country,
            language=language,
            receipt=fingerprint(receipt_for(nonce)),
            told=told,
        )
        if case.is_family:
            remember_names(case)


def change_told(key: UUID, told: dict[str, str]) -> None:
    """Somebody corrects what they told us; whoever approved before has to look again."""
    with transaction.atomic():
        case = Case.objects.held(key).first()
        if case is None or case.told == told:
            return
        case.told = told
        case.save(update_fields=["told"])
        case.move(CaseEvent.THEY_WRITE)
        if case.is_family:
            remember_names(case)
            fall_back(case.pk)
